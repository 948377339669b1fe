package vn.congdoan.vks.welfare;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.attachment.PaperRequests.attach;
import static vn.congdoan.vks.welfare.care.CareRequests.care;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.issue;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.kept;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.claim;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.conclude;
import static vn.congdoan.vks.welfare.insurance.InsuranceRequests.premium;
import static vn.congdoan.vks.welfare.period.PeriodRequests.close;
import static vn.congdoan.vks.welfare.period.PeriodRequests.nextMonth;
import static vn.congdoan.vks.welfare.period.PeriodRequests.reopen;
import static vn.congdoan.vks.welfare.plan.PlanRequests.expected;
import static vn.congdoan.vks.welfare.plan.PlanRequests.listed;
import static vn.congdoan.vks.welfare.plan.PlanRequests.make;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.list;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.programme;
import static vn.congdoan.vks.welfare.support.SupportRequests.CASES;
import static vn.congdoan.vks.welfare.support.SupportRequests.approved;
import static vn.congdoan.vks.welfare.support.SupportRequests.forMember;
import static vn.congdoan.vks.welfare.support.SupportRequests.limit;
import static vn.congdoan.vks.welfare.support.SupportRequests.payment;
import static vn.congdoan.vks.welfare.support.SupportRequests.request;
import static vn.congdoan.vks.welfare.support.SupportRequests.step;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.handover.MovingContract;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.ReplicaContract;
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.welfare.care.CareCommitmentState;
import vn.congdoan.vks.welfare.care.CareRequests;
import vn.congdoan.vks.welfare.contribution.ContributionState;
import vn.congdoan.vks.welfare.drive.DriveRequests;
import vn.congdoan.vks.welfare.drive.DriveState;
import vn.congdoan.vks.welfare.ending.ClosingStatementState;
import vn.congdoan.vks.welfare.ending.EndingUnit;
import vn.congdoan.vks.welfare.ending.FundMoveState;
import vn.congdoan.vks.welfare.entitlement.EntitlementRequests;
import vn.congdoan.vks.welfare.fund.FundState;
import vn.congdoan.vks.welfare.goods.GoodsIssueState;
import vn.congdoan.vks.welfare.goods.GoodsRequests;
import vn.congdoan.vks.welfare.insurance.InsurancePolicyState;
import vn.congdoan.vks.welfare.insurance.InsuranceRequests;
import vn.congdoan.vks.welfare.ledger.TransferState;
import vn.congdoan.vks.welfare.payable.PayableRequests;
import vn.congdoan.vks.welfare.payable.PayableState;
import vn.congdoan.vks.welfare.payfile.PaymentFileRequests;
import vn.congdoan.vks.welfare.period.PeriodState;
import vn.congdoan.vks.welfare.plan.PlanRequests;
import vn.congdoan.vks.welfare.plan.PlanState;
import vn.congdoan.vks.welfare.programme.ProgrammeState;
import vn.congdoan.vks.welfare.proposal.ProposalAnswerState;
import vn.congdoan.vks.welfare.proposal.ProposalRequests;
import vn.congdoan.vks.welfare.proposal.ProposalState;
import vn.congdoan.vks.welfare.support.SupportCaseState;
import vn.congdoan.vks.welfare.support.SupportLimitState;

/// Records of other nodes are kept here as their homes tell them.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ReplicasTest {

    /// Everything that was logged of a fund, as a replica takes it.
    private static final String LOGGED = """
            select jsonb_agg(jsonb_build_object('id', aggregate_id, 'version', version, 'owner', owner_union_id,
                'recorded', recorded_at, 'state', state) order by position)
            from change where aggregate_type = ? and (aggregate_id = ? or state->>'fundId' = ?)
            """;

    /// Whatever is unique goes to another row, and rows are gone.
    private static final String[] WORKED_ON = {
        "update contribution_plan_line set line_id = gen_random_uuid(), expected = expected + 1",
        "update pledge set withdrawn = not withdrawn",
        "update programme_line set line_id = gen_random_uuid(), state = 'LEFT_OUT' where state = 'LISTED'",
        "update contribution_layout set name_key = name_key || ' (cũ)'",
        """
        insert into contribution_layout
        select (jsonb_populate_record(old, jsonb_build_object(
            'layout_id', gen_random_uuid(), 'name_key', replace(old.name_key, ' (cũ)', '')))).*
        from contribution_layout old
        """,
        "update life_event set version = version + 1",
        "update attachment set version = version + 1",
        "update contribution_import set version = version + 1, touched_at = now()",
        "update contribution_import_row set status = 'UNDONE' where status = 'BOOKED'",
        """
        insert into contribution_import_row
        select (jsonb_populate_record(old, jsonb_build_object('contribution_id', gen_random_uuid(),
            'transfer_id', gen_random_uuid(), 'line', old.line + 100000, 'status', 'BOOKED'))).*
        from contribution_import_row old where status = 'UNDONE' and not again
        """,
    };

    @Inject
    @Any
    Instance<Replica> replicas;

    @Inject
    Sql sql;

    @Inject
    Changes changes;

    @Test
    void every_table_moves_with_a_union_or_stays_for_a_reason() {
        MovingContract.everyTableMovesOrStaysForAReason();
    }

    @Test
    void every_kind_of_record_has_a_replica() {
        assertEquals(17, replicas.stream().count());
        ReplicaContract.everyKindHasAReplica();
    }

    @Test
    void what_is_logged_is_enough_to_keep_the_records_elsewhere() {
        String open = fund(QNG, Map.of("legalBasis", "Quy chế \"Nghĩa tình\"", "name", "Quỹ HOÀ " + UUID.randomUUID()));
        String closed = fund(NAN, Map.of("opensOn", "2020-01-01", "closesOn", "2021-12-31", "passThrough", true));
        fund(VKSTC, "takesOutsideDonors", false);
        give(QNG, contribution(open, QNG_01, 1_000), "2023-10-20");
        give(QNG, contribution(open, Map.of("kind", "UNIT", "unitId", QNG_01.id()), 200), "2022-05-01");
        give(QNG, contribution(open, Map.of("kind", "OUTSIDE", "name", "Công ty Minh Họa"), 30), "2022-05-02");
        give(QNG, contribution(open, Map.of("kind", "ANONYMOUS"), 4), "2022-05-02");
        give(NAN, contribution(closed, NAN, 500), "2020-05-01");
        GoodsRequests.giveOut(open, issue(GoodsRequests.given(open).path("goods[0].goodsId"), 2.5))
                .then()
                .statusCode(201);
        post(QNG, open, entry("INCOME", 5_000, "BANK", null), "2022-06-01");
        post(QNG, open, entry("EXPENSE", 100, "BANK", "ILLNESS"), "2024-01-01");
        post(QNG, open, expense(50), "2022-07-01");
        post(QNG, open, entry("BANK_DEPOSIT", 60, null, null), "2022-07-02");
        post(QNG, open, entry("BANK_WITHDRAWAL", 1_000, null, null), "2022-08-01");
        post(NAN, closed, entry("PASS_ON", 500, "CASH", null), "2020-05-01");
        Response period = close("ACCOUNTANT", QNG, nextMonth(QNG).atEndOfMonth());
        reopen("CHAIR", QNG, period).then().statusCode(200);
        close("ACCOUNTANT", QNG, nextMonth(QNG).atEndOfMonth()).then().statusCode(201);
        String mistaken =
                MoneyRequests.post(as("ACCOUNTANT", QNG), open, expense(3)).path("id");
        reverse(as("ACCOUNTANT", QNG), open, mistaken, Map.of("text", "Nhầm"))
                .then()
                .statusCode(201);
        limit("CHAIR", QNG, Map.of("kind", "HOUSE", "perCase", 9, "perPersonAndYear", 10, "legalBasis", "Quy chế"))
                .then()
                .statusCode(201);
        Map<String, @Nullable Object> ill = forMember(QNG_01, "ILLNESS");
        ill.put("healthNote", "Điều trị nội trú");
        String sick = request(as("OFFICER", QNG), ill).path("id");
        String visit = GoodsRequests.post(
                        as("OFFICER", QNG),
                        CASES + "/" + sick + "/visits",
                        Map.of(
                                "date",
                                "2023-11-20",
                                "visitors",
                                List.of(Map.of("name", "Bà Họa")),
                                "healthNote",
                                "Đã tỉnh"))
                .path("id");
        attach(as("OFFICER", QNG), sick, "HEALTH_PAPER").then().statusCode(201);
        entitle();
        PaymentFileRequests.answered(QNG, open, approved(QNG, open, 2).path("id"));
        Response paid = step(as("CASHIER", QNG), approved(QNG, open, 1), "pay", payment("BANK"));
        paid.then().statusCode(200);
        list(as("OFFICER", QNG), programme(QNG_01, open)).then().statusCode(201);
        insure();
        Response cared = CareRequests.approved(QNG, care(QNG_01, CareRequests.fund(QNG, 1_000)));
        CareRequests.step(as("CASHIER", QNG), cared, "pay", CareRequests.payment("2023-12-31", "2023-12-29"))
                .then()
                .statusCode(200);
        Response imported = upload(as("ACCOUNTANT", QNG), open, kept(QNG), HEADERS + "26/02/2024;FT1;7;ung ho;;\n");
        imported.then().statusCode(201);
        sql.change(
                "update contribution_import_row set status = 'BOOKED' where import_id = ?",
                UUID.fromString(imported.path("id")));
        plannedAndPledged(open);
        proposals(open);
        endOfASection(open);
        PayableRequests.done(
                "CASHIER",
                QNG,
                PayableRequests.claimed(QNG, PayableRequests.fund(QNG, 1_000)),
                "recover",
                PayableRequests.money(100));
        PayableRequests.entered(QNG_01);
        assertTrue(Waiting.until(() -> receipts() > 0, Duration.ofSeconds(30)));
        ReplicaContract.everythingLoggedIsKeptAlike(Map.ofEntries(
                Map.entry(FundState.TYPE, 4),
                Map.entry(PlanState.TYPE, 1),
                Map.entry(DriveState.TYPE, 1),
                Map.entry(ContributionState.TYPE, 8),
                Map.entry(GoodsIssueState.TYPE, 1),
                Map.entry(TransferState.TYPE, 28),
                Map.entry(FundMoveState.TYPE, 1),
                Map.entry(ClosingStatementState.TYPE, 1),
                Map.entry(PeriodState.TYPE, 2),
                Map.entry(SupportLimitState.TYPE, 1),
                Map.entry(SupportCaseState.TYPE, 3),
                Map.entry(ProgrammeState.TYPE, 1),
                Map.entry(ProposalState.TYPE, 5),
                Map.entry(ProposalAnswerState.TYPE, 4),
                Map.entry(CareCommitmentState.TYPE, 1),
                Map.entry(PayableState.TYPE, 2),
                Map.entry(InsurancePolicyState.TYPE, 1)));
        MovingContract.whatMovesMakesTheRecordsWhole(Set.of(), WORKED_ON);
        as("CHAIR", QNG)
                .get(CASES + "/" + sick + "?purpose=Duyệt hồ sơ")
                .then()
                .body("healthNote", equalTo("Điều trị nội trú"));
        as("CHAIR", QNG)
                .get(CASES + "/" + sick + "/visits/" + visit + "?purpose=Duyệt hồ sơ")
                .then()
                .body("healthNote", equalTo("Đã tỉnh"))
                .body("visitors.name", equalTo(List.of("Bà Họa")));
    }

    /// A contribution towards a plan, and one that keeps a pledge to a drive.
    private static void plannedAndPledged(String fund) {
        Map<String, @Nullable Object> form = listed(QNG_01, fund);
        form.put("share", Map.of("of", 1, "per", 22));
        Response plan = PlanRequests.step(
                as("ACCOUNTANT", QNG),
                make(as("ACCOUNTANT", QNG), form),
                "expect",
                expected(QNG_01.member(), "pay", 2_200));
        plan.then().statusCode(200);
        Map<String, @Nullable Object> towards = contribution(fund, QNG_01, 60);
        towards.put("planId", plan.path("id"));
        give(QNG, towards, "2023-10-20");
        Map<String, Object> company = Map.of("kind", "OUTSIDE", "name", "Công ty Hứa");
        Response drive = DriveRequests.pledge(
                DriveRequests.open(as("ACCOUNTANT", QNG), DriveRequests.drive(QNG, fund)), company, 100);
        Map<String, @Nullable Object> kept = contribution(fund, company, 50);
        kept.put("driveId", drive.path("id"));
        kept.put("pledgeId", DriveRequests.pledges(drive).path("items[0].id"));
        give(QNG, kept, "2023-10-20");
    }

    /// The fund of a section that ends goes to the union's.
    private void endOfASection(String successor) {
        UUID unit = EndingUnit.stands(sql, QNG);
        String from = fund(QNG, "unitId", unit);
        give(QNG, contribution(from, QNG, 7), "2023-10-20");
        EndingUnit.ends(sql, unit, QNG);
        MoneyRequests.put(
                        as("ACCOUNTANT", QNG),
                        "/api/v1/fund-moves/" + UUID.randomUUID(),
                        Map.of(
                                "fromFundId",
                                from,
                                "toFundId",
                                successor,
                                "date",
                                "2025-07-01",
                                "decision",
                                EndingUnit.decision()))
                .then()
                .statusCode(201);
        MoneyRequests.put(
                        as("ACCOUNTANT", QNG),
                        "/api/v1/closing-statements/" + UUID.randomUUID(),
                        Map.of("unitIds", List.of(unit)))
                .then()
                .statusCode(201);
    }

    /// One that is paid on in part, one whose decision was taken back, one that was sent back and is changed, one to a
    /// body outside, one that is a draft.
    private static void proposals(String own) {
        String above = fund(VKSTC);
        post(VKSTC, above, entry("INCOME", 101, "BANK", null), "2022-06-01");
        Response granted = ProposalRequests.answered(
                QNG, above, List.of(ProposalRequests.member(QNG_01, 60), ProposalRequests.named("Bà A", 40)), 60, 40);
        Response paid = ProposalRequests.done(as("CASHIER", VKSTC), granted, "pay", ProposalRequests.payment());
        Response received =
                ProposalRequests.done(as("ACCOUNTANT", QNG), paid, "receive", ProposalRequests.receipt(own, 100));
        ProposalRequests.done(
                as("CASHIER", QNG),
                received,
                "pay-on",
                ProposalRequests.payingOn(ProposalRequests.lines(granted).getFirst()));
        ProposalRequests.done(
                as("CHAIR", VKSTC),
                ProposalRequests.answered(QNG, above, List.of(ProposalRequests.named("Bà F", 1)), 1),
                "send-back",
                Map.of("text", "Nhầm"));
        Response sent = ProposalRequests.sent(NAN, List.of(ProposalRequests.named("Bà B", 1)));
        Response back = ProposalRequests.done(as("CHAIR", VKSTC), sent, "send-back", Map.of("text", "Thiếu"));
        ProposalRequests.done(
                as("OFFICER", NAN), back, "lines", Map.of("lines", List.of(ProposalRequests.named("Bà C", 2))));
        Response outside =
                ProposalRequests.draft(QNG, ProposalRequests.outside(QNG), List.of(ProposalRequests.named("Bà D", 3)));
        Response asked = ProposalRequests.done(as("CHAIR", QNG), outside, "submit", null);
        ProposalRequests.done(
                ProposalRequests.otherOfficer(QNG),
                asked,
                "write-down-answer",
                ProposalRequests.answer(asked, null, 2));
        ProposalRequests.draft(QNG, ProposalRequests.proposal(QNG), List.of(ProposalRequests.named("Bà E", 5)));
    }

    @Test
    void the_balances_follow_from_what_is_logged() {
        String fund = fund(QNG);
        UUID id = UUID.fromString(fund);
        give(QNG, contribution(fund, QNG, 1_000), "2023-10-20");
        give(QNG, contribution(fund, QNG_01, 70), "2022-10-20");
        post(QNG, fund, entry("INCOME", 5_000, "BANK", null), "2022-06-01");
        post(QNG, fund, entry("BANK_DEPOSIT", 300, null, null), "2024-01-01");
        post(QNG, fund, expense(70), "2022-11-01");
        changes.catchUp();
        List<String> before = balances(id);
        assertEquals(
                List.of("BANK 5300", "CASH 700", "EXPENSE/HARDSHIP 70", "INCOME/MEMBER -1070", "INCOME/OTHER -5000"),
                before);
        QuarkusTransaction.begin();
        try {
            // Our own books would not go otherwise.
            RunTimeRole.withoutRules(sql, () -> replica(FundState.TYPE).withdraw(new UUID[] {id}));
            assertEquals(List.of(), balances(id));
            for (AggregateType type : List.of(FundState.TYPE, ContributionState.TYPE, TransferState.TYPE)) {
                replica(type)
                        .apply(sql.one(LOGGED, row -> row.getString(1), type.name(), id, fund)
                                .orElseThrow());
            }
            assertEquals(before, balances(id));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /// A policy with an endorsement, a premium and a claim.
    private void insure() {
        UUID insured = InsuranceRequests.member(sql, QNG_01, "2020-01-01", null);
        Response policy =
                conclude(as("OFFICER", QNG), InsuranceRequests.policy(QNG_01, InsuranceRequests.fund(QNG, 1_000)));
        policy.then().statusCode(201);
        String id = policy.path("id");
        InsuranceRequests.step(as("OFFICER", QNG), policy, id + "/claims", claim(insured, "2024-05-31"))
                .then()
                .statusCode(201);
        InsuranceRequests.step(as("ACCOUNTANT", QNG), policy, id + "/premiums", premium(100))
                .then()
                .statusCode(200);
        InsuranceRequests.leaves(sql, insured, "2024-06-01");
        InsuranceRequests.step(as("OFFICER", QNG), policy, id + "/endorse", Map.of("date", "2024-06-01"))
                .then()
                .statusCode(200);
    }

    /// A rule, a note, and somebody who was taken off the list.
    private void entitle() {
        EntitlementRequests.rule(QNG, "BIRTH", "BIRTH", 30).then().statusCode(201);
        String note = EntitlementRequests.note(QNG_01, QNG_01.member(), "ILLNESS", "2023-11-05")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sql.change("""
                insert into entitlement_set_aside
                select event_id, owner_union_id, unit_id, member_id, 'LONG_ILLNESS', 'Từ chối', noted_by, noted_at
                from life_event where event_id = ?
                """, UUID.fromString(note));
    }

    private long receipts() {
        return sql.one("select count(*) from receipt", row -> row.getLong(1)).orElseThrow();
    }

    private List<String> balances(UUID fund) {
        return sql.list("""
                select name || ' ' || balance from account_balance join account using (account_id)
                where account.fund_id = ? and balance <> 0 order by name
                """, row -> row.getString(1), fund);
    }

    private Replica replica(AggregateType type) {
        return replicas.stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static void give(Organization owner, Map<String, @Nullable Object> form, String day) {
        form.put("date", day);
        MoneyRequests.give(as("ACCOUNTANT", owner), form).then().statusCode(201);
    }

    private static void post(Organization owner, String fund, Map<String, @Nullable Object> form, String day) {
        form.put("date", day);
        MoneyRequests.post(as("ACCOUNTANT", owner), fund, form).then().statusCode(201);
    }
}
