package vn.congdoan.vks.welfare.proposal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.entries;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.PaymentsFromElsewhere.comesBack;
import static vn.congdoan.vks.welfare.PaymentsFromElsewhere.goesBack;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.answer;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.answered;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.by;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.done;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.draft;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.get;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.lines;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.member;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.named;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.otherOfficer;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.outside;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.paidFor;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.payingOn;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.payment;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.receipt;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.sent;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.step;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.with;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.limit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// The way of the money: out of the superior's fund, into the union's, and on to each person once.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ProposalMoneyTest {

    @Inject
    @Any
    Instance<Replica> replicas;

    @Inject
    Sql sql;

    private String above = "";
    private String own = "";

    @BeforeEach
    void two_funds() {
        above = fund(VKSTC);
        own = fund(QNG);
        fill(VKSTC, above, "BANK", 1_000);
    }

    @Test
    void what_is_granted_is_paid_received_and_paid_on_and_both_ends_see_how_far() {
        Response answered = answered(
                QNG,
                above,
                List.of(named("Bà A", 400), with(named("Bà B", 300), "kind", "ILLNESS"), named("Bà C", 100)),
                400,
                200,
                0);
        Response paid = done(as("CASHIER", VKSTC), answered, "pay", payment());
        paid.then().body("paid", equalTo(600)).body("answers[0].paidOn", equalTo("2023-12-05"));
        assertEquals(400, balance(VKSTC, above));
        as("CHAIR", VKSTC).get(FUNDS + "/" + above).then().body("balances.promised", equalTo(0));
        as("CHAIR", VKSTC)
                .get(entries(above) + "?account=EXPENSE&limit=10")
                .then()
                .body("items.purpose", containsInAnyOrder("HARDSHIP", "ILLNESS"))
                .body("items.amount", containsInAnyOrder(400, 200));
        Response received = done(as("ACCOUNTANT", QNG), paid, "receive", receipt(own, 600));
        received.then().body("received", equalTo(600)).body("fundId", equalTo(own));
        as("CHAIR", QNG)
                .get(entries(own) + "/" + received.path("receipts[0].entryId"))
                .then()
                .statusCode(200)
                .body("kind", equalTo("INCOME"))
                .body("source", equalTo("ALLOCATION"))
                .body("amount", equalTo(600));
        List<String> ids = lines(answered);
        Response some = done(as("CASHIER", QNG), received, "pay-on", payingOn(ids.getFirst()));
        some.then().body("passedOn", equalTo(400)).body("lines[0].paidOn", equalTo("2022-12-10"));
        Response all = done(as("CASHIER", QNG), some, "pay-on", payingOn(ids.get(1)));
        all.then().body("passedOn", equalTo(600)).body("lines[1]", hasKey("entryId"));
        assertEquals(0, balance(QNG, own));
        get(as("INSPECTOR", VKSTC), all)
                .then()
                .statusCode(200)
                .body("requested", equalTo(800))
                .body("granted", equalTo(600))
                .body("paid", equalTo(600))
                .body("received", equalTo(600))
                .body("passedOn", equalTo(600))
                .body("lines.paidOn", contains("2022-12-10", "2022-12-10", null))
                .body("lines[1]", not(hasKey("entryId")))
                .body("$", not(hasKey("fundId")));
        as("CHAIR", QNG)
                .get(entries(own) + "/" + all.path("lines[1].entryId"))
                .then()
                .body("kind", equalTo("EXPENSE"))
                .body("purpose", equalTo("ILLNESS"))
                .body("amount", equalTo(200))
                .body("text", equalTo("UNC 31/2022"));
    }

    @Test
    void what_was_paid_on_before_a_restore_is_not_paid_on_again() {
        Response answered = answered(QNG, above, List.of(named("Bà A", 60), named("Bà B", 40)), 60, 40);
        Response paid = done(as("CASHIER", VKSTC), answered, "pay", payment());
        Response received = done(as("ACCOUNTANT", QNG), paid, "receive", receipt(own, 100));
        List<String> ids = lines(answered);
        comesBack(replicas, QNG, own, promise(answered, ids.getFirst()), "BANK", 60, "2022-12-11");
        Refusal.of(
                step(as("CASHIER", QNG), received, "pay-on", payingOn(ids.getFirst())),
                422,
                "rule-broken",
                "/lineIds",
                "not-due");
        done(as("CASHIER", QNG), received, "pay-on", payingOn(ids.getLast()))
                .then()
                .body("passedOn", equalTo(100))
                .body("lines[0].paidOn", equalTo("2022-12-11"));
        assertEquals(0, balance(QNG, own));
    }

    @Test
    void no_promise_is_made_of_what_is_paid_already() {
        String promise = UUID.randomUUID().toString();
        fill(QNG, own, "BANK", 100);
        comesBack(replicas, QNG, own, promise, "BANK", 60, "2023-12-11");
        PersistenceException refused = assertThrows(
                PersistenceException.class,
                () -> RunTimeRole.superuser()
                        .change(
                                "insert into promise (promise_id, fund_id, purpose, amount, state) values (?, ?, 'HARDSHIP', 10, 'PENDING')",
                                UUID.fromString(promise),
                                UUID.fromString(own)));
        assertTrue(String.valueOf(refused.getMessage()).contains("promise_is_paid_already"), refused::getMessage);
    }

    @Test
    void the_superior_pays_once_out_of_what_it_keeps_back() {
        Response answered = answered(QNG, above, List.of(named("Bà A", 900)), 900);
        Refusal.of(post(as("ACCOUNTANT", VKSTC), above, bank(200)), 409, "insufficient-unpromised");
        Refusal.of(
                step(as("CASHIER", VKSTC), answered, "pay", early()),
                422,
                "rule-broken",
                "/date",
                "before-the-decision");
        Refusal.of(step(as("CASHIER", QNG), answered, "pay", payment()), 403, "forbidden");
        String key = UUID.randomUUID().toString();
        Response paid = step(as("CASHIER", VKSTC), key, answered, "pay", payment());
        paid.then().statusCode(200);
        step(as("CASHIER", VKSTC), key, answered, "pay", payment()).then().statusCode(200);
        Refusal.of(step(as("CASHIER", VKSTC), paid, "pay", payment()), 409, "grant-not-due");
        assertEquals(100, balance(VKSTC, above));
        Response sent = ProposalRequests.sent(QNG, List.of(named("Bà A", 1)));
        Response nothing = done(as("CHAIR", VKSTC), sent, "answer", answer(sent, null, 0));
        Refusal.of(step(as("CASHIER", VKSTC), nothing, "pay", payment()), 409, "grant-not-due");
    }

    @Test
    void a_payment_of_the_superior_that_came_back_is_due_again_until_it_is_received() {
        Response answered = answered(QNG, above, List.of(named("Bà A", 900)), 900);
        Response paid = done(as("CASHIER", VKSTC), answered, "pay", payment());
        Response back = done(as("CASHIER", VKSTC), paid, "return-payment", sentBack());
        back.then().body("paid", equalTo(0));
        assertEquals(1_000, balance(VKSTC, above));
        as("CHAIR", VKSTC).get(FUNDS + "/" + above).then().body("balances.promised", equalTo(900));
        Refusal.of(step(as("CASHIER", VKSTC), back, "return-payment", Map.of("text", "Sai")), 409, "grant-not-paid");
        Response again = done(
                as("CASHIER", VKSTC),
                back,
                "pay",
                Map.of("date", "2023-12-07", "method", "BANK", "voucher", "UNC 22/2023"));
        Response received = done(as("ACCOUNTANT", QNG), again, "receive", receipt(own, 900));
        Refusal.of(
                step(as("CASHIER", VKSTC), received, "return-payment", Map.of("text", "Sai")), 409, "grant-received");
    }

    @Test
    void no_more_is_received_than_granted_and_all_of_it_into_one_fund() {
        Response answered = answered(QNG, above, List.of(named("Bà A", 500)), 300);
        Refusal.of(
                step(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 301)),
                422,
                "rule-broken",
                "/amount",
                "more-than-granted");
        Map<String, Object> before = new HashMap<>(receipt(own, 1));
        before.put("date", "2022-11-30");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), answered, "receive", before),
                422,
                "rule-broken",
                "/date",
                "before-the-decision");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 300)),
                422,
                "rule-broken",
                "/amount",
                "more-than-the-superior-paid");
        Response paid = done(as("CASHIER", VKSTC), answered, "pay", payment());
        Response some = done(as("ACCOUNTANT", QNG), paid, "receive", receipt(own, 200));
        Refusal.of(
                step(as("ACCOUNTANT", QNG), some, "receive", receipt(own, 101)),
                422,
                "rule-broken",
                "/amount",
                "more-than-granted");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), some, "receive", receipt(fund(QNG), 100)),
                422,
                "rule-broken",
                "/fundId",
                "not-the-fund-of-the-proposal");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), some, "receive", receipt(fund(NAN), 1)),
                403,
                "forbidden",
                "/fundId",
                "unit-out-of-scope");
        done(as("ACCOUNTANT", QNG), some, "receive", receipt(own, 100))
                .then()
                .body("received", equalTo(300))
                .body("receipts", hasSize(2));
        Response other = answered(QNG, above, List.of(named("Bà A", 1)), 1);
        Refusal.of(
                step(as("ACCOUNTANT", QNG), other, "receive", receipt(fund(QNG, "purposes", List.of("BIRTH")), 1)),
                422,
                "rule-broken",
                "/fundId",
                "not-a-purpose-of-the-fund");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), other, "receive", receipt(fund(QNG, Map.of("passThrough", true)), 1)),
                422,
                "rule-broken",
                "/fundId",
                "money-of-somebody-else");
    }

    @Test
    void no_more_is_paid_on_than_was_received_and_nobody_gets_it_twice() {
        fill(QNG, own, "BANK", 10_000);
        Response answered =
                paidFor(QNG, above, List.of(named("Bà A", 200), named("Bà B", 200), named("Bà C", 9)), 200, 200, 0);
        List<String> ids = lines(answered);
        Refusal.of(step(as("CASHIER", QNG), answered, "pay-on", payingOn(ids.getFirst())), 409, "nothing-received");
        Response received = done(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 399));
        Refusal.of(
                step(as("CASHIER", QNG), received, "pay-on", payingOn(ids.get(0), ids.get(1))),
                422,
                "rule-broken",
                "/lineIds",
                "more-than-received");
        Refusal.of(
                step(as("CASHIER", QNG), received, "pay-on", payingOn(ids.get(2))),
                422,
                "rule-broken",
                "/lineIds",
                "not-due");
        Response paid = done(as("CASHIER", QNG), received, "pay-on", payingOn(ids.getFirst()));
        Refusal.of(
                step(as("CASHIER", QNG), paid, "pay-on", payingOn(ids.getFirst())),
                422,
                "rule-broken",
                "/lineIds",
                "not-due");
        assertEquals(10_199, balance(QNG, own));
    }

    @Test
    void a_line_that_many_cashiers_pay_at_once_is_paid_once() throws Exception {
        Response answered = paidFor(QNG, above, List.of(named("Bà A", 50), named("Bà B", 50)), 50, 50);
        Response received = done(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 100));
        String line = lines(answered).getFirst();
        List<Callable<Integer>> cashiers = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            cashiers.add(() ->
                    step(as("CASHIER", QNG), received, "pay-on", payingOn(line)).statusCode());
        }
        int paid = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> each : threads.invokeAll(cashiers)) {
                paid += each.get() == 200 ? 1 : 0;
            }
        }
        assertEquals(1, paid);
        assertEquals(50, balance(QNG, own));
    }

    @Test
    void what_came_back_is_due_again_and_kept_back_for_the_same_person() {
        Response answered = paidFor(QNG, above, List.of(named("Bà A", 50)), 50);
        Response received = done(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 50));
        String line = lines(answered).getFirst();
        Response paid = done(as("CASHIER", QNG), received, "pay-on", payingOn(line));
        String entry = paid.path("lines[0].entryId");
        Refusal.of(reverse(as("ACCOUNTANT", QNG), own, entry, Map.of("text", "Nhầm")), 409, "entry-pays-support");
        Response back = done(
                as("CASHIER", QNG),
                paid,
                "return",
                Map.of("lineId", line, "text", "Sai tài khoản", "date", "2022-12-12"));
        back.then().body("passedOn", equalTo(0)).body("lines[0]", not(hasKey("paidOn")));
        assertEquals(50, balance(QNG, own));
        Refusal.of(post(as("ACCOUNTANT", QNG), own, bank(1)), 409, "insufficient-unpromised");
        Refusal.of(
                step(as("CASHIER", QNG), back, "return", Map.of("lineId", line, "text", "Sai")),
                422,
                "rule-broken",
                "/lineId",
                "not-paid-on");
        Map<String, Object> again =
                Map.of("lineIds", List.of(line), "date", "2022-12-20", "method", "BANK", "voucher", "UNC 40");
        done(as("CASHIER", QNG), back, "pay-on", again).then().body("lines[0].paidOn", equalTo("2022-12-20"));
        assertEquals(0, balance(QNG, own));
    }

    @Test
    void a_receipt_that_was_a_mistake_is_taken_back_where_it_was_written_down() {
        Response answered = paidFor(QNG, above, List.of(named("Bà A", 60), named("Bà B", 40)), 60, 40);
        Response wrong = done(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 100));
        String entry = wrong.path("receipts[0].entryId");
        Refusal.of(reverse(as("ACCOUNTANT", QNG), own, entry, Map.of("text", "Nhầm")), 409, "entry-of-a-proposal");
        Response paid = done(
                as("CASHIER", QNG), wrong, "pay-on", payingOn(lines(answered).getFirst()));
        Map<String, Object> mistake = Map.of("entryId", entry, "text", "Nhầm");
        Refusal.of(step(as("ACCOUNTANT", QNG), paid, "return-receipt", mistake), 409, "paid-on-already");
        Response back = done(
                as("CASHIER", QNG),
                paid,
                "return",
                Map.of("lineId", lines(answered).getFirst(), "text", "Trả lại"));
        fill(QNG, own, "BANK", 60);
        Response none = done(as("ACCOUNTANT", QNG), back, "return-receipt", mistake);
        none.then().body("received", equalTo(0)).body("receipts", hasSize(0));
        Refusal.of(
                step(as("ACCOUNTANT", QNG), none, "return-receipt", mistake),
                422,
                "rule-broken",
                "/entryId",
                "not-received-for-this");
        assertEquals(60, balance(QNG, own));
    }

    @Test
    void whoever_lists_sends_or_decides_does_not_pay_and_nobody_pays_oneself() {
        Response answered = answered(QNG, above, List.of(member(QNG, 50)), 50);
        String decides = VKSTC.account("CHAIR") + "," + VKSTC.account("CASHIER");
        Response sent = ProposalRequests.sent(QNG, List.of(named("Bà A", 5)));
        Response decided = done(by(decides), sent, "answer", answer(sent, above, 5));
        Refusal.of(step(by(decides), decided, "pay", payment()), 403, "duties-not-separate");
        Refusal.of(
                step(
                        by(QNG.account("MEMBER"), VKSTC.account("CASHIER"), QNG.account("INSPECTOR")),
                        answered,
                        "pay",
                        payment()),
                403,
                "duties-not-separate");
        Response sentDown = done(as("CASHIER", VKSTC), answered, "pay", payment());
        Response received = done(as("ACCOUNTANT", QNG), sentDown, "receive", receipt(own, 50));
        String line = lines(answered).getFirst();
        Refusal.of(
                step(by(QNG.account("MEMBER"), QNG.account("CASHIER")), received, "pay-on", payingOn(line)),
                403,
                "duties-not-separate");
        String sends = QNG.account("CHAIR") + "," + QNG.account("CASHIER");
        Response draft = draft(QNG, ProposalRequests.proposal(QNG), List.of(named("Bà A", 5)));
        Response theirs = done(by(sends), draft, "submit", null);
        Response granted = done(as("CHAIR", VKSTC), theirs, "answer", answer(theirs, above, 5));
        Response theirMoney = done(as("CASHIER", VKSTC), granted, "pay", payment());
        Response came = done(as("ACCOUNTANT", QNG), theirMoney, "receive", receipt(own, 5));
        Refusal.of(step(by(sends), came, "pay-on", payingOn(lines(draft).getFirst())), 403, "duties-not-separate");
        Refusal.of(
                step(as("CASHIER", VKSTC), came, "pay-on", payingOn(lines(draft).getFirst())), 403, "forbidden");
    }

    @Test
    void what_was_received_is_kept_back_for_the_lines_until_they_are_paid() {
        Response answered = paidFor(QNG, above, List.of(named("Bà A", 60), named("Bà B", 40)), 60, 40);
        Response received = done(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 100));
        assertEquals(100, promised(own));
        Refusal.of(post(as("ACCOUNTANT", QNG), own, bank(1)), 409, "insufficient-unpromised");
        Response paid = done(
                as("CASHIER", QNG), received, "pay-on", payingOn(lines(answered).getFirst()));
        assertEquals(40, promised(own));
        done(as("CASHIER", QNG), paid, "pay-on", payingOn(lines(answered).getLast()));
        assertEquals(0, promised(own));
    }

    @Test
    void what_came_so_far_is_kept_back_for_whole_lines_and_for_others_when_these_are_paid_first() {
        Response answered =
                paidFor(QNG, above, List.of(named("Bà A", 60), named("Bà B", 40), named("Bà C", 50)), 60, 40, 50);
        List<String> ids = lines(answered);
        Response some = done(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 100));
        assertEquals(100, promised(own));
        Response last = done(as("CASHIER", QNG), some, "pay-on", payingOn(ids.get(2)));
        assertEquals(40, promised(own));
        Response all = done(as("ACCOUNTANT", QNG), last, "receive", receipt(own, 50));
        assertEquals(100, promised(own));
        done(as("CASHIER", QNG), all, "pay-on", payingOn(ids.get(0), ids.get(1)))
                .then()
                .body("passedOn", equalTo(150));
        assertEquals(0, promised(own));
        assertEquals(0, balance(QNG, own));
    }

    @Test
    void nothing_is_kept_back_for_a_list_whose_money_was_given_back_and_another_decision_pays_its_lines() {
        Response answered = paidFor(QNG, above, List.of(named("Bà A", 60), named("Bà B", 40)), 60, 40);
        List<String> ids = lines(answered);
        Response received = done(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 100));
        Response paid = done(as("CASHIER", QNG), received, "pay-on", payingOn(ids.getFirst()));
        Response back =
                done(as("CASHIER", QNG), paid, "return", Map.of("lineId", ids.getFirst(), "text", "Sai tài khoản"));
        assertEquals(100, promised(own));
        Map<String, Object> mistake = Map.of("entryId", received.path("receipts[0].entryId"), "text", "Nhầm");
        Response none = done(as("ACCOUNTANT", QNG), back, "return-receipt", mistake);
        assertEquals(0, promised(own));
        Response unpaid = done(as("CASHIER", VKSTC), none, "return-payment", sentBack());
        Response open = done(as("CHAIR", VKSTC), unpaid, "send-back", Map.of("text", "Nhầm mức"));
        Response again = done(as("CHAIR", QNG), open, "submit", null);
        Response less = done(as("CHAIR", VKSTC), again, "answer", answer(again, above, 50, 30));
        Response sentDown = done(as("CASHIER", VKSTC), less, "pay", payment());
        Response came = done(as("ACCOUNTANT", QNG), sentDown, "receive", receipt(own, 80));
        assertEquals(80, promised(own));
        done(as("CASHIER", QNG), came, "pay-on", payingOn(ids.get(0), ids.get(1)))
                .then()
                .body("passedOn", equalTo(80));
        assertEquals(0, promised(own));
        assertEquals(0, balance(QNG, own));
    }

    @Test
    void payments_at_both_ends_show_the_proposal_that_they_are_for() {
        Response answered = paidFor(QNG, above, List.of(named("Bà A", 60)), 60);
        String proposal = answered.path("id");
        as("CHAIR", VKSTC)
                .get(entries(above) + "?account=EXPENSE&limit=10")
                .then()
                .body("items.paysFor.kind", contains("PROPOSAL"))
                .body("items.paysFor.id", contains(proposal));
        Response received = done(as("ACCOUNTANT", QNG), answered, "receive", receipt(own, 60));
        done(as("CASHIER", QNG), received, "pay-on", payingOn(lines(answered).getFirst()));
        as("CHAIR", QNG)
                .get(entries(own) + "?account=EXPENSE&limit=10")
                .then()
                .body("items.paysFor.id", contains(proposal));
    }

    @Test
    void what_the_superior_paid_before_a_restore_is_not_paid_again() {
        Response answered = answered(QNG, above, List.of(named("Bà A", 60)), 60);
        comesBack(replicas, VKSTC, above, promise(answered, "HARDSHIP"), "BANK", 60, "2023-12-11");
        Response paid = done(as("CASHIER", VKSTC), answered, "pay", payment());
        paid.then().body("paid", equalTo(60)).body("answers[0].paidOn", equalTo("2023-12-11"));
        assertEquals(940, balance(VKSTC, above));
        Response back = done(as("CASHIER", VKSTC), paid, "return-payment", Map.of("text", "Sai số tài khoản"));
        back.then().body("paid", equalTo(0));
        assertEquals(1_000, balance(VKSTC, above));
    }

    @Test
    void what_came_back_to_the_superior_before_a_restore_is_due_again() {
        Response answered = answered(QNG, above, List.of(named("Bà A", 60)), 60);
        Response paid = done(as("CASHIER", VKSTC), answered, "pay", payment());
        String entry = sql.one(
                        "select transfer_id from transfer where fulfils = ?",
                        row -> row.getString(1),
                        UUID.fromString(promise(answered, "HARDSHIP")))
                .orElseThrow();
        goesBack(replicas, VKSTC, above, entry, "BANK", 60, "2023-12-11");
        Refusal.of(step(as("CASHIER", VKSTC), paid, "return-payment", Map.of("text", "Sai")), 409, "grant-not-paid");
        done(as("CASHIER", VKSTC), paid, "pay", payment()).then().body("answers[0].paidOn", equalTo("2023-12-05"));
        assertEquals(940, balance(VKSTC, above));
    }

    @Test
    void what_the_superior_grants_keeps_to_its_own_limits_for_one_and_for_a_year_whatever_the_record() {
        String births = fund(VKSTC, "purposes", List.of("BIRTH"));
        fill(VKSTC, births, "BANK", 1_000);
        limit(
                        "CHAIR",
                        VKSTC,
                        Map.of("kind", "BIRTH", "validFrom", "2022-11-01", "perCase", 70, "perPersonAndYear", 100))
                .then()
                .statusCode(201);
        Response much = sent(QNG, List.of(with(member(QNG, 80), "kind", "BIRTH")));
        Refusal.of(
                step(as("CHAIR", VKSTC), much, "answer", answer(much, births, 71)),
                422,
                "rule-broken",
                "/lines/0/amount",
                "above-the-limit");
        Response first = done(as("CHAIR", VKSTC), much, "answer", answer(much, births, 60));
        Response twice =
                sent(QNG, List.of(with(named("Bà A", 9), "kind", "BIRTH"), with(member(QNG, 50), "kind", "BIRTH")));
        Map<String, Object> again = answer(twice, births, 9, 41);
        Refusal.of(
                step(as("CHAIR", VKSTC), twice, "answer", again),
                422,
                "rule-broken",
                "/lines/1/amount",
                "above-the-yearly-limit");
        UUID other = UUID.randomUUID();
        sql.change("""
                insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
                select ?, 1, 1, owner_union_id, unit_id, full_name, 'MERGED', jsonb_build_object('mergedInto', member_id)
                from directory_member where member_id = ?
                """, other, QNG.member());
        try {
            sql.change(
                    "update proposal_line set member_id = ? where proposal_id = ?",
                    other,
                    UUID.fromString(first.path("id")));
            Refusal.of(
                    step(as("CHAIR", VKSTC), twice, "answer", again),
                    422,
                    "rule-broken",
                    "/lines/1/amount",
                    "above-the-yearly-limit");
        } finally {
            sql.change("delete from directory_member where member_id = ?", other);
        }
        done(as("CHAIR", VKSTC), twice, "answer", answer(twice, births, 9, 40))
                .then()
                .body("granted", equalTo(49));
    }

    private static int promised(String fund) {
        return as("CHAIR", QNG).get(FUNDS + "/" + fund).path("balances.promised");
    }

    /// The promise of the last answer for a line, or for a kind of support.
    private String promise(Response proposal, String part) {
        return sql.one(
                        "select proposal_promise(answer_id, ?)::text from proposal_answer where proposal_id = ? order by round desc limit 1",
                        row -> row.getString(1),
                        part,
                        UUID.fromString(proposal.path("id")))
                .orElseThrow();
    }

    @Test
    void what_a_body_outside_granted_is_received_and_paid_on_all_the_same() {
        String fund = fund(VKSTC);
        List<Object> people = new ArrayList<>();
        for (int each = 0; each < 20; each++) {
            people.add(named("Đoàn viên " + each, 1_000_000));
        }
        Response draft = draft(VKSTC, outside(VKSTC), people);
        Response sent = done(as("CHAIR", VKSTC), draft, "submit", null);
        long[] all = new long[20];
        Arrays.fill(all, 1_000_000);
        Refusal.of(
                step(as("OFFICER", VKSTC), sent, "write-down-answer", answer(sent, null, all)),
                403,
                "duties-not-separate");
        Response answered = done(otherOfficer(VKSTC), sent, "write-down-answer", answer(sent, null, all));
        Refusal.of(step(as("CASHIER", VKSTC), answered, "pay", payment()), 409, "proposal-to-a-body-outside");
        Response received = done(as("ACCOUNTANT", VKSTC), answered, "receive", receipt(fund, 20_000_000));
        Response paid = done(
                as("CASHIER", VKSTC),
                received,
                "pay-on",
                payingOn(lines(answered).toArray(String[]::new)));
        paid.then()
                .body("requested", equalTo(20_000_000))
                .body("granted", equalTo(20_000_000))
                .body("received", equalTo(20_000_000))
                .body("passedOn", equalTo(20_000_000));
        assertEquals(0, balance(VKSTC, fund));
    }

    private static Map<String, ?> bank(long amount) {
        return with(expense(amount), "method", "BANK");
    }

    private static Map<String, Object> sentBack() {
        return Map.of("text", "Sai tài khoản", "date", "2023-12-06");
    }

    private static Map<String, Object> early() {
        return Map.of("date", "2022-11-30", "method", "BANK", "voucher", "UNC 1");
    }
}
