package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.CollectingForms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about what members are expected to give, and about drives.
final class CollectingCalls {

    private static final String PLANS = "/api/v1/contribution-plans";
    private static final String DRIVES = "/api/v1/drives";

    private CollectingCalls() {}

    static Call onPlan(String operation, Records records, String unit) {
        if (operation.startsWith("makeContributionPlan")) {
            return ValidCalls.creation(
                    operation,
                    "/contribution-plans",
                    CollectingForms.plan(unit, records.fund(unit).id()));
        }
        String member = records.member(unit).id();
        Made plan = records.plan(unit);
        String path = PLANS + "/" + plan.id();
        return switch (operation) {
            case "listContributionPlans" -> Call.get(PLANS + "?unit=" + unit);
            case "getContributionPlan" -> Call.get(path);
            case "listContributionPlanMembers" -> Call.get(path + "/members");
            case "getContributionPlanReminders" -> Call.get(path + "/reminders");
            case "expectOfMembers" ->
                step(path + "/expect", plan).withBody(Json.write(CollectingForms.expectation(member)));
            case "excuseFromPlan" ->
                step(path + "/excuse", plan).withBody(Json.write(CollectingForms.excuse(records.onPlan(plan))));
            case "addNewMembersToPlan" -> step(path + "/add-new-members", plan);
            default -> step(path + "/close", plan);
        };
    }

    static Call onDrive(String operation, Records records, String unit) {
        if (operation.startsWith("openDrive")) {
            return ValidCalls.creation(
                    operation,
                    "/drives",
                    CollectingForms.drive(unit, records.fund(unit).id()));
        }
        Made drive = records.drive(unit);
        String path = DRIVES + "/" + drive.id();
        return switch (operation) {
            case "listDrives" -> Call.get(DRIVES + "?unit=" + unit);
            case "getDrive" -> Call.get(path);
            case "listPledges" -> {
                records.pledged(drive);
                yield Call.get(path + "/pledges");
            }
            case "extendDrive" -> step(path + "/extend", drive).withBody(Json.write(CollectingForms.extension()));
            case "pledge" -> step(path + "/pledges", drive).withBody(Json.write(CollectingForms.pledge()));
            default -> {
                Made pledged = records.pledged(drive);
                yield step(path + "/pledges/" + records.pledgeOf(pledged) + "/withdraw", pledged);
            }
        };
    }

    private static Call step(String path, Made made) {
        return Call.of("POST", path, Json.object()).with("If-Match", made.etag());
    }
}
