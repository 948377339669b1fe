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
            case "each-line" -> plain(operation).withQuery("audience=UNION");
            case "launched" -> CampaignCalls.onLaunched(operation, records, site.unit());
            default -> throw new AssertionError("There is no case " + variant);
        };
    }

    private Call plain(String operation) {
        if (WatchingCalls.knows(operation)) {
            return WatchingCalls.of(operation, world);
        }
        if (ProposalCalls.knows(operation)) {
            return ProposalCalls.of(operation, world, site.unit());
        }
        String unit = site.unit();
        if (PaperCalls.knows(operation)) {
            return PaperCalls.of(operation, records, unit);
        }
        if (EntitlementCalls.knows(operation)) {
            return EntitlementCalls.of(operation, world, unit);
        }
        if (InsuranceCalls.knows(operation)) {
            return InsuranceCalls.of(operation, records, unit);
        }
        if (PayableCalls.knows(operation)) {
            return PayableCalls.of(operation, records, unit);
        }
        if (GoodsCalls.knows(operation)) {
            return GoodsCalls.of(operation, records, unit);
        }
        if (EndingCalls.knows(operation)) {
            return EndingCalls.of(operation, records, site);
        }
        if (CareCalls.knows(operation)) {
            return CareCalls.of(operation, records, unit);
        }
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
            case "listNodes",
                    "getNode",
                    "registerNode",
                    "suspendNode",
                    "resumeNode",
                    "handOver",
                    "keepRecords",
                    "listNodeKeys",
                    "getNodeKey",
                    "rotateNodeKey" -> NodeCalls.of(operation, world);
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
            case "applyForMembership", "applyForMembershipWithId" ->
                creation(operation, "/members", Forms.application(unit));
            case "enrolMembers" -> Call.of("POST", API + "/members/enrolments", rows(Forms.enrolment(unit)));
            case "listDuplicateMembers",
                    "getMember",
                    "listMembershipSteps",
                    "getMemberHistory",
                    "reviseMember",
                    "admitMember",
                    "rejectMember",
                    "endMembership",
                    "expelMember",
                    "correctMember",
                    "mergeMember",
                    "eraseMember",
                    "exportMember",
                    "reapplyForMembership",
                    "listDuesExemptions",
                    "getDuesExemption",
                    "exemptFromDues",
                    "endDuesExemption",
                    "getMemberAccount",
                    "linkMemberAccount" -> MemberCalls.of(operation, records, site.unit());
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
            case "listIndicators",
                    "listReportedFigures",
                    "getReportedFigure",
                    "getReportedFigureHistory",
                    "recordFigure",
                    "recordFigureWithId",
                    "correctFigure",
                    "withdrawFigure" -> FigureCalls.of(operation, records, unit);
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
                    "getReceipt",
                    "getStatement",
                    "getTrialBalance",
                    "getProof",
                    "listProofLinks",
                    "getDisclosure",
                    "listEntries",
                    "getEntry",
                    "postEntry",
                    "postEntryWithId",
                    "reverseEntry" -> money(operation);
            case "listSupportCases",
                    "getSupportCase",
                    "requestSupport",
                    "requestSupportWithId",
                    "verifySupport",
                    "proposeSupport",
                    "approveSupport",
                    "refuseSupport",
                    "withdrawSupport",
                    "paySupport",
                    "returnSupport" -> SupportCalls.onCase(operation, records, unit);
            case "listProgrammes",
                    "getProgramme",
                    "listBeneficiaries",
                    "listForProgramme",
                    "listForProgrammeWithId",
                    "leaveOutOfProgramme",
                    "approveProgramme",
                    "cancelProgramme",
                    "closeProgramme",
                    "payProgramme",
                    "returnProgrammePayment" -> SupportCalls.onProgramme(operation, records, unit);
            case "givePayeeAccounts",
                    "getPayeeAccount",
                    "listPaymentFiles",
                    "getPaymentFile",
                    "listPaymentFileLines",
                    "listUnmatchedBankRows",
                    "drawUpPaymentFile",
                    "approvePaymentFile",
                    "exportPaymentFile",
                    "getPaymentFileContent",
                    "cancelPaymentFile",
                    "callPaymentFileBack",
                    "tellBankResults",
                    "uploadBankAnswer",
                    "reconcilePaymentFile" -> PaymentFileCalls.of(operation, records, unit);
            case "listContributionLayouts",
                    "getContributionLayout",
                    "keepContributionLayout",
                    "keepContributionLayoutWithId",
                    "replaceContributionLayout" -> ImportCalls.onLayout(operation, records, unit);
            case "listContributionImports",
                    "getContributionImport",
                    "listContributionImportRows",
                    "listContributionReferences",
                    "uploadContributions",
                    "correctContributionImport",
                    "confirmContributionImport",
                    "undoContributionImport" -> ImportCalls.onImport(operation, records, unit);
            case "listContributionPlans",
                    "getContributionPlan",
                    "listContributionPlanMembers",
                    "getContributionPlanReminders",
                    "makeContributionPlan",
                    "makeContributionPlanWithId",
                    "expectOfMembers",
                    "addNewMembersToPlan",
                    "excuseFromPlan",
                    "closeContributionPlan" -> CollectingCalls.onPlan(operation, records, unit);
            case "listDrives",
                    "getDrive",
                    "listPledges",
                    "openDrive",
                    "openDriveWithId",
                    "extendDrive",
                    "pledge",
                    "withdrawPledge" -> CollectingCalls.onDrive(operation, records, unit);
            case "listMyContributions", "listMySupport", "listMyInsurance", "listMyBonuses" ->
                MyCalls.of(
                        operation,
                        records,
                        site.unit(),
                        world.own().memberRecord().id());
            case "listSupportLimits", "getSupportLimit", "setSupportLimit", "setSupportLimitWithId" ->
                SupportCalls.onLimit(operation, world);
            case "listPeriods", "getPeriod", "closePeriod", "closePeriodWithId", "reopenPeriod" -> period(operation);
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
            case "getReceipt" ->
                Call.get(API + "/contributions/" + records.numbered(given).id() + "/receipt");
            case "getStatement" -> Call.get(API + "/funds/" + fund + "/statement");
            case "getProof" -> Call.get(API + "/funds/" + fund + "/proof");
            case "listProofLinks" -> {
                records.numbered(given);
                yield Call.get(API + "/funds/" + fund + "/proof/links");
            }
            case "getTrialBalance" -> Call.get(API + "/funds/" + fund + "/trial-balance");
            case "getDisclosure" -> Call.get(API + "/disclosures/" + fund);
            case "listEntries" -> Call.get(API + entries);
            case "getEntry" ->
                Call.get(API + entries + "/" + records.expense(fund).id());
            case "reverseEntry" ->
                Call.of(
                                "POST",
                                API + entries + "/" + records.expense(fund).id() + "/reverse",
                                Json.object().put("text", "Ghi nhầm"))
                        .with("Idempotency-Key", Forms.id());
            default -> creation(operation, entries, Forms.expense()).with("Idempotency-Key", Forms.id());
        };
    }

    private Call period(String operation) {
        // In a unit of its own: nothing more could be booked in one that others use.
        String unit = records.unit(site.childKind(), site.parent()).id();
        if (operation.startsWith("closePeriod")) {
            records.fund(unit);
            return creation(operation, "/periods", Forms.period(unit));
        }
        Made closed = records.period(unit);
        String path = API + "/periods/" + closed.id();
        return switch (operation) {
            case "listPeriods" -> Call.get(API + "/periods?unit=" + unit);
            case "getPeriod" -> Call.get(path);
            default -> Call.of("POST", path + "/reopen", Forms.reopening()).with("If-Match", closed.etag());
        };
    }

    /// A list that holds at least what was just made.
    private Call list(String path, Made made) {
        return Call.get(API + path + "?unit=" + made.json().path("unitId").asText());
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
            return MemberCalls.onMember(operation, known);
        }
        if (operation.contains("Commitment")) {
            return CampaignCalls.onCommitment(operation, records, site.unit(), "memberId", known.id());
        }
        Call read = Call.get(API + "/members/" + known.id());
        String etag = world.gateway()
                .send(read, world.own().holder("OFFICER").token())
                .require(200)
                .header("ETag");
        return MemberCalls.onMember(operation, new Made(known.id(), etag, known.json()));
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
