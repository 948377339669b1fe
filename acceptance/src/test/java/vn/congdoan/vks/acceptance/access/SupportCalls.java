package vn.congdoan.vks.acceptance.access;

import java.util.List;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;
import vn.congdoan.vks.acceptance.world.World;

/// Valid requests about support, and about the limits that the own union sets.
final class SupportCalls {

    private static final String CASES = "/api/v1/support-cases";
    private static final String LIMITS = "/api/v1/support-limits";
    private static final String PROGRAMMES = "/api/v1/support-programmes";

    private SupportCalls() {}

    static Call onCase(String operation, Records records, String unit) {
        return switch (operation) {
            case "listSupportCases" -> {
                records.support(unit);
                yield Call.get(CASES + "?unit=" + unit);
            }
            case "getSupportCase" ->
                Call.get(CASES + "/" + records.support(unit).id());
            case "verifySupport" -> step("verify", records.support(unit), records);
            case "proposeSupport" -> step("propose", records.support(unit, "verify"), records);
            case "refuseSupport" -> step("refuse", records.support(unit), records);
            case "approveSupport" -> step("approve", records.support(unit, "verify", "propose"), records);
            case "withdrawSupport" -> step("withdraw", records.support(unit), records);
            case "paySupport" -> step("pay", records.support(unit, "verify", "propose", "approve"), records);
            case "returnSupport" ->
                step("return", records.support(unit, "verify", "propose", "approve", "pay"), records);
            default -> ValidCalls.creation(operation, "/support-cases", Forms.support(unit));
        };
    }

    private static Call step(String step, Made support, Records records) {
        String path = CASES + "/" + support.id() + "/" + step;
        String unit = support.json().path("unitId").asText();
        Call call = List.of("verify", "withdraw").contains(step)
                ? Call.of("POST", path, Json.object())
                : Call.of("POST", path, Forms.supportStep(step, () -> records.filledFund(unit)));
        Call matching = call.with("If-Match", support.etag());
        return List.of("pay", "return").contains(step) ? matching.with("Idempotency-Key", Forms.id()) : matching;
    }

    static Call onProgramme(String operation, Records records, String unit) {
        return switch (operation) {
            case "listProgrammes" -> {
                records.programme(unit);
                yield Call.get(PROGRAMMES + "?unit=" + unit);
            }
            case "getProgramme" ->
                Call.get(PROGRAMMES + "/" + records.programme(unit).id());
            case "listBeneficiaries" ->
                Call.get(PROGRAMMES + "/" + records.programme(unit).id() + "/beneficiaries");
            case "leaveOutOfProgramme" -> programmeStep("leave-out", records.programme(unit), records);
            case "approveProgramme" -> programmeStep("approve", records.programme(unit), records);
            case "cancelProgramme" -> programmeStep("cancel", records.programme(unit), records);
            case "closeProgramme" -> programmeStep("close", records.programme(unit, "approve"), records);
            case "payProgramme" -> programmeStep("pay", records.programme(unit, "approve"), records);
            case "returnProgrammePayment" ->
                programmeStep("return", records.programme(unit, "approve", "pay"), records);
            default -> {
                records.member(unit);
                yield ValidCalls.creation(
                        operation, "/support-programmes", Forms.programme(unit, records.filledFund(unit)));
            }
        };
    }

    private static Call programmeStep(String step, Made programme, Records records) {
        Call call = Call.of(
                "POST",
                PROGRAMMES + "/" + programme.id() + "/" + step,
                Forms.programmeStep(step, records.listed(programme)));
        return switch (step) {
            case "pay" -> call.with("Idempotency-Key", Forms.id());
            case "return" -> call.with("Idempotency-Key", Forms.id()).with("If-Match", programme.etag());
            default -> call.with("If-Match", programme.etag());
        };
    }

    static Call onLimit(String operation, World world) {
        String union = world.own().id();
        Records records = world.own().records();
        return switch (operation) {
            case "listSupportLimits" -> {
                records.supportLimit(union);
                yield Call.get(LIMITS + "?unit=" + union);
            }
            case "getSupportLimit" ->
                Call.get(LIMITS + "/" + records.supportLimit(union).id());
            default -> ValidCalls.creation(operation, "/support-limits", Forms.supportLimit(union));
        };
    }
}
