package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;
import vn.congdoan.vks.acceptance.world.World;

/// Valid requests about campaigns that are under way: each in a campaign of its own.
final class CampaignCalls {

    private static final String API = "/api/v1";

    private CampaignCalls() {}

    /// @param unit launches the campaign, or is called by the central union's and joins it
    static Call onCampaign(String operation, World world, String unit) {
        Records records = world.own().records();
        if (operation.equals("launchCampaign")) {
            Made draft = records.campaign(unit);
            return Call.of(
                            "POST",
                            API + "/campaigns/" + draft.id() + "/launch",
                            Json.object().put("launchedOn", Forms.BEGIN))
                    .with("If-Match", draft.etag());
        }
        String campaign =
                world.centralRecords().launchedCampaign(world.central(), unit).id();
        String participants = API + "/campaigns/" + campaign + "/participants";
        return switch (operation) {
            case "joinCampaign" -> Call.of("POST", participants, Forms.participation(unit));
            case "listParticipants" -> {
                records.participation(campaign, unit);
                yield Call.get(participants);
            }
            default ->
                Call.get(participants + "/"
                        + records.participation(campaign, unit).id());
        };
    }

    /// Reads a campaign that a unit has launched for itself.
    static Call onLaunched(String operation, Records records, String unit) {
        Made launched = records.launchedCampaign(unit);
        String name = launched.json().path("name").asText();
        return operation.equals("listCampaigns")
                ? Call.get(API + "/campaigns?q=" + name.substring(name.lastIndexOf(' ') + 1))
                : Call.get(API + "/campaigns/" + launched.id());
    }

    /// @param unit launches the campaign
    /// @param subject which field names who commits: `unitId` or `memberId`
    static Call onCommitment(String operation, Records records, String unit, String subject, String id) {
        String campaign = records.launchedCampaign(unit).id();
        var form = Forms.commitment(campaign, subject, id);
        return switch (operation) {
            case "makeCommitment", "makeCommitmentWithId" -> ValidCalls.creation(operation, "/commitments", form);
            case "listCommitments" -> {
                records.commitment(form);
                yield Call.get(
                        API + "/commitments?" + (subject.equals("unitId") ? "unit=" + unit : "campaign=" + campaign));
            }
            default -> Call.get(API + "/commitments/" + records.commitment(form).id());
        };
    }
}
