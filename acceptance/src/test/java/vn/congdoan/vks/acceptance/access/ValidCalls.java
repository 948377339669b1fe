package vn.congdoan.vks.acceptance.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Function;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;
import vn.congdoan.vks.acceptance.world.Site;
import vn.congdoan.vks.acceptance.world.World;

/// A request of every operation that is right in everything but, perhaps, who sends it; each has a fresh target.
public final class ValidCalls {

    private static final String API = "/api/v1";

    private final World world;
    private final Records records;
    private final Site site;

    public ValidCalls(World world, Site site) {
        this.world = world;
        this.records = world.own().records();
        this.site = site;
    }

    /// The request of an operation in a case of the permission table; fails for an operation that it does not know.
    public Call of(String operation, String variant) {
        return switch (variant) {
            case "" -> plain(operation);
            case "union" -> creation(operation, "/units", Forms.unit("PROVINCIAL_UNION", world.central()));
            case "first-admin" -> creation(operation, "/assignments", firstAdmin());
            case "purpose" -> plain(operation).withQuery("purpose=Gi%E1%BA%A3i%20quy%E1%BA%BFt%20h%E1%BB%93%20s%C6%A1");
            case "own-record" -> ownRecord(operation);
            case "everywhere" -> everywhere(operation);
            case "launched" -> CampaignCalls.onLaunched(operation, records, site.unit());
            default -> throw new AssertionError("There is no case " + variant);
        };
    }

    private Call plain(String operation) {
        String unit = site.unit();
        return switch (operation) {
            case "getMe" -> Call.get(API + "/me");
            case "listUnits" -> Call.get(API + "/units?parent=" + site.parent());
            case "getUnit" -> Call.get(API + "/units/" + unit);
            case "getUnitStatistics" -> Call.get(API + "/units/" + unit + "/statistics?asOf=2024-01-01");
            case "createUnit", "createUnitWithId" ->
                creation(operation, "/units", Forms.unit(site.childKind(), site.parent()));
            case "listLocalSuperiors",
                    "getLocalSuperior",
                    "assignLocalSuperior",
                    "listProvinces",
                    "listExternalBodies",
                    "getExternalBody",
                    "createExternalBody",
                    "createExternalBodyWithId",
                    "reviseExternalBody" -> CatalogueCalls.of(operation, world);
            case "listReorganizations" ->
                Call.get(API + "/reorganizations?unit="
                        + records.reorganization(site)
                                .json()
                                .at("/predecessors/0")
                                .asText());
            case "getReorganization", "applyReorganization", "cancelReorganization" -> reorganization(operation);
            case "draftReorganization", "draftReorganizationWithId" ->
                creation(operation, "/reorganizations", records.mergeOfUnits(site));
            case "listMembers" -> list("/members", records.member(unit));
            case "listDuplicateMembers" -> duplicates();
            case "applyForMembership", "applyForMembershipWithId" ->
                creation(operation, "/members", Forms.application(unit));
            case "enrolMembers" -> Call.of("POST", API + "/members/enrolments", rows(Forms.enrolment(unit)));
            case "getMember",
                    "listMembershipSteps",
                    "getMemberHistory",
                    "reviseMember",
                    "admitMember",
                    "rejectMember",
                    "endMembership",
                    "expelMember",
                    "correctMember",
                    "eraseMember",
                    "exportMember",
                    "reapplyForMembership" -> member(operation);
            case "listDuesExemptions", "getDuesExemption", "exemptFromDues", "endDuesExemption" ->
                duesExemption(operation);
            case "listTransfers",
                    "getTransfer",
                    "requestTransfer",
                    "requestTransferWithId",
                    "acceptTransfer",
                    "refuseTransfer",
                    "withdrawTransfer" -> TransferCalls.of(operation, records, site);
            case "listChangeRequests",
                    "listChangeRequestsOfMember",
                    "getChangeRequest",
                    "requestChange",
                    "acceptChangeRequest",
                    "refuseChangeRequest",
                    "withdrawChangeRequest" -> ChangeRequestCalls.of(operation, world);
            case "getMemberAccount", "linkMemberAccount" -> account(operation);
            case "listCommittees",
                    "getCommittee",
                    "draftCommittee",
                    "draftCommitteeWithId",
                    "reviseCommittee",
                    "cancelCommittee",
                    "recognizeCommittee",
                    "endCommittee",
                    "addCommitteeSeat",
                    "endCommitteeSeat" -> CommitteeCalls.of(operation, world, site);
            case "listAssignments" -> list("/assignments", records.assignment(unit));
            case "getAssignment" ->
                Call.get(API + "/assignments/" + records.assignment(unit).id());
            case "grantAssignment", "grantAssignmentWithId" ->
                creation(operation, "/assignments", Forms.assignment("unused-" + Forms.word(), "OFFICER", unit));
            case "endAssignment" -> ending(records.assignment(unit));
            case "listAuditEntries" ->
                Call.get(API + "/audit?subject=" + records.applicant(unit).id());
            case "getOverview" -> Call.get(API + "/overview?unit=" + unit + "&year=2024");
            case "listMembershipChanges" -> Call.get(API + "/sync/membership/changes");
            case "listCampaignChanges" -> {
                records.campaign(unit);
                yield Call.get(API + "/sync/campaign/changes?limit=200");
            }
            case "listWelfareChanges" -> {
                records.fund(unit);
                yield Call.get(API + "/sync/welfare/changes?limit=200");
            }
            case "listCampaigns" -> list("/campaigns", records.campaign(unit));
            case "getCampaign" ->
                Call.get(API + "/campaigns/" + records.campaign(unit).id());
            case "createCampaign", "createCampaignWithId" -> creation(operation, "/campaigns", Forms.campaign(unit));
            case "launchCampaign", "joinCampaign", "listParticipants", "getParticipant" ->
                CampaignCalls.onCampaign(operation, world, unit);
            case "listCommitments", "getCommitment", "makeCommitment", "makeCommitmentWithId" ->
                CampaignCalls.onCommitment(operation, records, unit, "unitId", unit);
            case "listFunds" -> list("/funds", records.fund(unit));
            case "getFund" -> Call.get(API + "/funds/" + records.fund(unit).id());
            case "createFund", "createFundWithId" -> creation(operation, "/funds", Forms.fund(unit));
            case "listContributions",
                    "getContribution",
                    "recordContribution",
                    "recordContributionWithId",
                    "getStatement",
                    "getEntry",
                    "postEntry",
                    "postEntryWithId" -> money(operation);
            default -> throw new AssertionError("No valid request is known for " + operation + ": add it here");
        };
    }

    private Call money(String operation) {
        if (operation.startsWith("recordContribution")) {
            String member = records.member(site.unit()).id();
            ObjectNode form = Forms.contribution(records.fund(site.unit()).id(), member);
            return creation(operation, "/contributions", form).with("Idempotency-Key", Forms.id());
        }
        Made given = records.contribution(site.unit());
        String fund = given.json().path("fundId").asText();
        String entries = "/funds/" + fund + "/entries";
        return switch (operation) {
            case "listContributions" -> Call.get(API + "/contributions?unit=" + site.unit());
            case "getContribution" -> Call.get(API + "/contributions/" + given.id());
            case "getStatement" -> Call.get(API + "/funds/" + fund + "/statement");
            case "getEntry" ->
                Call.get(API + entries + "/" + records.expense(fund).id());
            default -> creation(operation, entries, Forms.expense()).with("Idempotency-Key", Forms.id());
        };
    }

    /// A list that holds at least what was just made.
    private Call list(String path, Made made) {
        return Call.get(API + path + "?unit=" + made.json().path("unitId").asText());
    }

    /// Somebody stands in the unit's record twice.
    private Call duplicates() {
        ObjectNode first = Forms.enrolment(site.unit());
        records.member(first);
        ObjectNode second = Forms.enrolment(site.unit());
        second.set("fullName", first.get("fullName"));
        return list("/members/duplicates", records.member(second));
    }

    private Call member(String operation) {
        if (operation.equals("reapplyForMembership")) {
            Made former = records.formerMember(site.unit());
            ObjectNode form = Json.object().put("unitId", site.unit());
            return Call.of("POST", API + "/members/" + former.id() + "/reapply", form)
                    .with("If-Match", former.etag());
        }
        return onMember(
                operation,
                switch (operation) {
                    case "admitMember", "rejectMember" -> records.applicant(site.unit());
                    case "eraseMember" -> records.formerMember(site.unit());
                    default -> records.member(site.unit());
                });
    }

    private static Call onMember(String operation, Made member) {
        String path = API + "/members/" + member.id();
        ObjectNode decided = Json.object().put("effectiveDate", "2023-02-14");
        decided.set("decision", Forms.decision());
        return switch (operation) {
            case "getMember" -> Call.get(path);
            case "listMembershipSteps" -> Call.get(path + "/steps");
            case "expelMember" -> Call.of("POST", path + "/expel", decided).with("If-Match", member.etag());
            case "exportMember" -> Call.get(path + "/export?purpose=Cung%20c%E1%BA%A5p%20d%E1%BB%AF%20li%E1%BB%87u");
            case "eraseMember" -> {
                ObjectNode form = Json.object();
                form.set("decision", Forms.decision());
                yield Call.of("POST", path + "/erase", form).with("If-Match", member.etag());
            }
            case "getMemberHistory" -> Call.get(path + "/history");
            case "correctMember" ->
                Call.of("POST", path + "/corrections", Forms.correction()).with("If-Match", member.etag());
            case "reviseMember" ->
                Call.of("PATCH", path, revision())
                        .with("Content-Type", "application/merge-patch+json")
                        .with("If-Match", member.etag());
            case "admitMember" -> Call.of("POST", path + "/admit", decided).with("If-Match", member.etag());
            case "rejectMember" -> Call.of("POST", path + "/reject", decided).with("If-Match", member.etag());
            default ->
                Call.of("POST", path + "/end", decided.put("reason", "RETIRED")).with("If-Match", member.etag());
        };
    }

    private Call duesExemption(String operation) {
        String member = records.member(site.unit()).id();
        String path = API + "/members/" + member + "/dues-exemptions";
        if (operation.equals("exemptFromDues")) {
            return Call.of("POST", path, Forms.duesExemption());
        }
        Made granted = records.duesExemption(member);
        String one = path + "/" + granted.id();
        return switch (operation) {
            case "listDuesExemptions" -> Call.get(path);
            case "getDuesExemption" -> Call.get(one);
            default ->
                Call.of("POST", one + "/end", Json.object().put("on", "2024-05-01"))
                        .with("If-Match", granted.etag());
        };
    }

    private Call reorganization(String operation) {
        Made drafted = records.reorganization(site);
        String path = API + "/reorganizations/" + drafted.id();
        return switch (operation) {
            case "getReorganization" -> Call.get(path);
            case "applyReorganization" ->
                Call.of("POST", path + "/apply", Json.object()).with("If-Match", drafted.etag());
            default -> Call.of("POST", path + "/cancel", Json.object()).with("If-Match", drafted.etag());
        };
    }

    /// Every field that a revision may hold.
    private static ObjectNode revision() {
        ObjectNode revision = Forms.application("");
        revision.remove("unitId");
        return revision;
    }

    private Call account(String operation) {
        String path = API + "/members/";
        if (operation.equals("linkMemberAccount")) {
            ObjectNode form = Json.object().put("subject", "unused-" + Forms.word());
            return Call.of("PUT", path + records.member(site.unit()).id() + "/account", form);
        }
        Made member = records.member(site.unit());
        records.account(member.id(), "unused-" + Forms.word());
        return Call.get(path + member.id() + "/account");
    }

    private static Call ending(Made assignment) {
        return Call.of(
                        "POST",
                        API + "/assignments/" + assignment.id() + "/end",
                        Json.object().put("on", "2180-12-31"))
                .with("If-Match", assignment.etag());
    }

    private ObjectNode firstAdmin() {
        return Forms.assignment(
                "unused-" + Forms.word(), "ADMIN", world.emptyUnion().id());
    }

    private Call ownRecord(String operation) {
        Made known = world.own().memberRecord();
        if (Set.of("getMember", "listMembershipSteps", "getMemberHistory", "exportMember")
                .contains(operation)) {
            return onMember(operation, known);
        }
        if (operation.contains("Commitment")) {
            return CampaignCalls.onCommitment(operation, records, site.unit(), "memberId", known.id());
        }
        Call read = Call.get(API + "/members/" + known.id());
        String etag = world.gateway()
                .send(read, world.own().holder("OFFICER").token())
                .require(200)
                .header("ETag");
        return onMember(operation, new Made(known.id(), etag, known.json()));
    }

    private Call everywhere(String operation) {
        Made made = operation.equals("listMembers") ? records.member(site.unit()) : records.campaign(site.unit());
        String name = made.json()
                .path(operation.equals("listMembers") ? "fullName" : "name")
                .asText();
        String path = operation.equals("listMembers") ? "/members" : "/campaigns";
        return Call.get(API + path + "?q=" + name.substring(name.lastIndexOf(' ') + 1));
    }

    /// A creation by POST, or under an id of the client's by PUT.
    static Call creation(String operation, String path, ObjectNode form) {
        Function<String, Call> put =
                id -> Call.of("PUT", API + path + "/" + id, form).with("If-None-Match", "*");
        return operation.endsWith("WithId") ? put.apply(Forms.id()) : Call.of("POST", API + path, form);
    }

    private static ObjectNode rows(ObjectNode row) {
        ObjectNode rows = Json.object();
        rows.putArray("items").add(row);
        return rows;
    }
}
