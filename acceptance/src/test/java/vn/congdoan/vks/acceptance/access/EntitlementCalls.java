package vn.congdoan.vks.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.EntitlementForms;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Records;
import vn.congdoan.vks.acceptance.world.World;

/// Valid requests about who is entitled, by the rules of the own union.
final class EntitlementCalls {

    private EntitlementCalls() {}

    static boolean knows(String operation) {
        return operation.contains("Entitlement") || operation.contains("LifeEvent");
    }

    static Call of(String operation, World world, String unit) {
        Records records = world.own().records();
        String union = world.own().id();
        return switch (operation) {
            case "listEntitlementRules" -> {
                rule(records, union);
                yield Call.get(EntitlementForms.RULES + "?unit=" + union);
            }
            case "getEntitlementRule" -> Call.get(EntitlementForms.RULES + "/" + rule(records, union));
            case "setEntitlementRule", "setEntitlementRuleWithId" ->
                ValidCalls.creation(operation, "/entitlement-rules", EntitlementForms.rule(union));
            case "noteLifeEvent" -> noting(unit, records.member(unit).id());
            case "listLifeEvents", "getLifeEvent", "endLifeEvent", "withdrawLifeEvent" ->
                onEvent(operation, records, unit);
            default -> onEntitlement(operation, records, union, unit);
        };
    }

    private static Call onEvent(String operation, Records records, String unit) {
        Answer noted =
                records.asOfficer(noting(unit, records.member(unit).id())).require(201);
        String path = EntitlementForms.EVENTS + "/" + noted.json().path("id").asText();
        return switch (operation) {
            case "listLifeEvents" -> Call.get(EntitlementForms.EVENTS + "?unit=" + unit);
            case "getLifeEvent" -> Call.get(path);
            case "endLifeEvent" ->
                Call.of("POST", path + "/end", EntitlementForms.end()).with("If-Match", noted.header("ETag"));
            default ->
                Call.of("POST", path + "/withdraw", EntitlementForms.withdrawal())
                        .with("If-Match", noted.header("ETag"));
        };
    }

    private static Call onEntitlement(String operation, Records records, String union, String unit) {
        rule(records, union);
        String member = records.member(unit).id();
        records.asOfficer(event(EntitlementForms.wedding(unit, member))).require(201);
        String list = EntitlementForms.ENTITLEMENTS + "?limit=200&reason=WEDDING&unit=" + unit;
        if (operation.equals("listEntitlements")) {
            return Call.get(list);
        }
        String path = EntitlementForms.ENTITLEMENTS + "/" + entitlement(records, list, member);
        Call aside = Call.of("POST", path + "/set-aside", EntitlementForms.settingAside(member));
        if (operation.equals("setEntitlementAside")) {
            return aside;
        }
        records.asOfficer(aside).require(200);
        return Call.of("POST", path + "/take-up", Json.object());
    }

    private static String entitlement(Records records, String list, String member) {
        for (JsonNode each :
                records.asOfficer(Call.get(list)).require(200).json().path("items")) {
            if (each.path("memberId").asText().equals(member)) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("Nobody is entitled by " + list);
    }

    private static String rule(Records records, String union) {
        return records.asChair(Call.of("POST", EntitlementForms.RULES, EntitlementForms.rule(union)))
                .require(201)
                .json()
                .path("id")
                .asText();
    }

    private static Call noting(String unit, String member) {
        return event(EntitlementForms.illness(unit, member));
    }

    private static Call event(Object form) {
        return Call.of("PUT", EntitlementForms.EVENTS + "/" + Forms.id(), form).with("If-None-Match", "*");
    }
}
