package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.InsuranceForms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about group insurance.
final class InsuranceCalls {

    private InsuranceCalls() {}

    static boolean knows(String operation) {
        return operation.contains("Insur") && !operation.contains("My");
    }

    static Call of(String operation, Records records, String unit) {
        return switch (operation) {
            case "concludeInsurance", "concludeInsuranceWithId" ->
                ValidCalls.creation(
                        operation, "/insurance-policies", InsuranceForms.policy(unit, records.fundForPremiums(unit)));
            case "listInsuranceDifferences" -> onPolicy(operation, records.policy(unit, false), unit);
            case "listInsuranceEndorsements" -> {
                Made policy = records.policy(unit, false);
                records.endorse(policy);
                yield onPolicy(operation, policy, unit);
            }
            case "listInsurancePremiums" -> {
                Made policy = records.policy(unit, true);
                records.premium(policy);
                yield onPolicy(operation, policy, unit);
            }
            case "listInsuranceClaims",
                    "getInsuranceClaim",
                    "claimInsurance",
                    "settleInsuranceClaim",
                    "refuseInsuranceClaim" -> onClaim(operation, records, records.policy(unit, true));
            case "endorseInsurance" -> {
                Made policy = records.policy(unit, false);
                yield Call.of("POST", path(policy) + "/endorse", InsuranceForms.endorsement())
                        .with("If-Match", policy.etag());
            }
            default -> onPolicy(operation, records.policy(unit, true), unit);
        };
    }

    private static Call onPolicy(String operation, Made policy, String unit) {
        return switch (operation) {
            case "listInsurancePolicies" -> Call.get(InsuranceForms.PATH + "?unit=" + unit);
            case "listInsuredPeople" -> Call.get(path(policy) + "/insured?on=2024-03-01");
            case "listInsuranceDifferences" -> Call.get(path(policy) + "/differences?on=2024-03-01");
            case "listInsuranceEndorsements" -> Call.get(path(policy) + "/endorsements");
            case "listInsurancePremiums" -> Call.get(path(policy) + "/premiums");
            case "payInsurancePremium" ->
                Call.of("POST", path(policy) + "/premiums", InsuranceForms.premium())
                        .with("Idempotency-Key", Forms.id());
            default -> Call.get(path(policy));
        };
    }

    private static Call onClaim(String operation, Records records, Made policy) {
        String claims = path(policy) + "/claims";
        if (operation.equals("listInsuranceClaims")) {
            records.insuranceClaim(policy);
            return Call.get(claims);
        }
        if (operation.equals("claimInsurance")) {
            return Call.of("POST", claims, InsuranceForms.claim(records.insured(policy)));
        }
        Made claim = records.insuranceClaim(policy);
        String path = claims + "/" + claim.id();
        return switch (operation) {
            case "settleInsuranceClaim" ->
                Call.of("POST", path + "/settle", InsuranceForms.settlement()).with("If-Match", claim.etag());
            case "refuseInsuranceClaim" ->
                Call.of("POST", path + "/refuse", InsuranceForms.refusal()).with("If-Match", claim.etag());
            default -> Call.get(path);
        };
    }

    private static String path(Made policy) {
        return InsuranceForms.PATH + "/" + policy.id();
    }
}
