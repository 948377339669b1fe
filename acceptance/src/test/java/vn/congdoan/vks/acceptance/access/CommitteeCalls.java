package vn.congdoan.vks.acceptance.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;
import vn.congdoan.vks.acceptance.world.Site;
import vn.congdoan.vks.acceptance.world.World;

/// Valid requests about committees, each of a unit of its own: a unit has one of a kind at a time.
final class CommitteeCalls {

    private static final String API = "/api/v1";
    private static final String PATH = API + "/committees/";

    private CommitteeCalls() {}

    static Call of(String operation, World world, Site site) {
        Records records = world.own().records();
        return switch (operation) {
            case "listCommittees" ->
                Call.get(API + "/committees?unit="
                        + records.committee(site).json().path("unitId").asText());
            case "getCommittee" -> Call.get(PATH + records.committee(site).id());
            case "draftCommittee", "draftCommitteeWithId" ->
                ValidCalls.creation(operation, "/committees", records.newCommittee(site));
            case "reviseCommittee", "cancelCommittee", "recognizeCommittee" ->
                onDraft(operation, records.committee(site), world);
            default -> onRecognized(operation, world, site);
        };
    }

    private static Call onDraft(String operation, Made draft, World world) {
        String path = PATH + draft.id();
        Call call =
                switch (operation) {
                    case "reviseCommittee" ->
                        Call.of("PATCH", path, revision()).with("Content-Type", "application/merge-patch+json");
                    case "cancelCommittee" -> Call.of("POST", path + "/cancel", Json.object());
                    default ->
                        Call.of(
                                "POST",
                                path + "/recognize",
                                Forms.recognition(
                                        world.centralRecords().externalBody().id()));
                };
        return call.with("If-Match", draft.etag());
    }

    private static ObjectNode revision() {
        return Json.object()
                .put("term", "2023–2189")
                .put("validFrom", "2023-02-01")
                .put("validTo", "2189-01-01");
    }

    private static Call onRecognized(String operation, World world, Site site) {
        Records records = world.own().records();
        Made committee = records.recognizedCommittee(
                site, world.centralRecords().externalBody().id());
        String path = PATH + committee.id();
        ObjectNode decided = Json.object();
        decided.set("decision", Forms.decision());
        Call call =
                switch (operation) {
                    case "endCommittee" -> Call.of("POST", path + "/end", decided.put("effectiveDate", "2025-04-01"));
                    case "endCommitteeSeat" -> {
                        String seat = committee.json().at("/seats/0/id").asText();
                        yield Call.of(
                                "POST", path + "/seats/" + seat + "/end", decided.put("effectiveDate", "2025-04-01"));
                    }
                    default -> {
                        String unit = committee.json().at("/unit/id").asText();
                        yield Call.of(
                                "POST",
                                path + "/seats",
                                decided.put("memberId", records.member(unit).id())
                                        .put("position", site.childKind().equals("GROUP") ? "GROUP_DEPUTY" : "CASHIER")
                                        .put("validFrom", "2025-04-01")
                                        .put("validTo", "2180-01-01"));
                    }
                };
        return call.with("If-Match", committee.etag());
    }
}
