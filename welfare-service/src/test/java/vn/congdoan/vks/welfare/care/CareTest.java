package vn.congdoan.vks.welfare.care;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.care.CareRequests.CARE;
import static vn.congdoan.vks.welfare.care.CareRequests.approved;
import static vn.congdoan.vks.welfare.care.CareRequests.care;
import static vn.congdoan.vks.welfare.care.CareRequests.commit;
import static vn.congdoan.vks.welfare.care.CareRequests.days;
import static vn.congdoan.vks.welfare.care.CareRequests.fund;
import static vn.congdoan.vks.welfare.care.CareRequests.payment;
import static vn.congdoan.vks.welfare.care.CareRequests.step;
import static vn.congdoan.vks.welfare.care.CareRequests.with;
import static vn.congdoan.vks.welfare.period.PeriodRequests.close;
import static vn.congdoan.vks.welfare.period.PeriodRequests.reopen;
import static vn.congdoan.vks.welfare.support.SupportRequests.resolution;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.RestoredNode;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.ledger.TransferState;

/// What a union has committed itself to is paid on each due day, once, and what was forgotten is seen.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CareTest {

    private static final String FIRST = "2023-12-31";
    private static final String PAID_ON = "2023-12-29";

    @Inject
    @Any
    Instance<Replica> replicas;

    @Inject
    Sql sql;

    private String fund = "";

    @BeforeEach
    void a_fund() {
        fund = fund(QNG, 1_000);
    }

    @Test
    void what_came_back_since_the_backup_is_due_again() {
        Response approved = approved(QNG, care(QNG, fund));
        Response paid = pay(approved, FIRST, PAID_ON);
        paid.then().statusCode(200);
        goesBack(days(QNG, approved).path("items[0].entryId"));
        assertEquals(1_000, balance(QNG, fund));
        days(QNG, approved).then().body("items[0].state", equalTo("MISSED")).body("items[0]", not(hasKey("entryId")));
        Refusal.of(
                step(as("CASHIER", QNG), paid, "return", Map.of("dueOn", FIRST, "text", "Nhầm")),
                422,
                "rule-broken",
                "/dueOn",
                "due-day-not-paid");
        pay(paid, FIRST, "2024-01-15").then().statusCode(200).body("paid", equalTo(1));
        assertEquals(900, balance(QNG, fund));
    }

    @Test
    void each_due_day_is_paid_once_by_an_entry_of_its_own() {
        Response approved = approved(QNG, care(QNG, fund));
        approved.then().body("status", equalTo("APPROVED")).body("amountOfYear", equalTo(1_200));
        Response paid = pay(approved, FIRST, PAID_ON);
        paid.then().statusCode(200).body("paid", equalTo(1)).body("paidAmount", equalTo(100));
        Refusal.of(pay(approved, FIRST, PAID_ON), 409, "due-day-settled");
        pay(paid, "2024-01-31", "2024-01-31").then().statusCode(200).body("paid", equalTo(2));
        assertEquals(800, balance(QNG, fund));
        days(QNG, approved)
                .then()
                .statusCode(200)
                .body("items[0].dueOn", equalTo(FIRST))
                .body("items[0].state", equalTo("PAID"))
                .body("items[0].paidOn", equalTo(PAID_ON))
                .body("items[0].method", equalTo("CASH"))
                .body("items[0].receivedBy", equalTo("Bà Minh Họa"))
                .body("items[0].entryId", notNullValue())
                .body("items[1].state", equalTo("PAID"))
                .body("items[2].dueOn", equalTo("2024-02-29"))
                .body("items[2].state", equalTo("MISSED"))
                .body("items[2]", not(hasKey("entryId")));
    }

    @Test
    void nobody_is_paid_twice_by_cashiers_who_pay_at_the_same_time() throws Exception {
        Response approved = approved(QNG, care(QNG, fund));
        List<Callable<Integer>> work = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            work.add(() -> pay(approved, FIRST, PAID_ON).statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : people.invokeAll(work)) {
                answers.add(each.get());
            }
        }
        assertEquals(
                List.of(200, 409, 409, 409, 409, 409), answers.stream().sorted().toList());
        assertEquals(900, balance(QNG, fund));
    }

    @Test
    void the_same_request_again_pays_nothing_more() {
        Response approved = approved(QNG, care(QNG, fund));
        String key = UUID.randomUUID().toString();
        for (int each = 0; each < 2; each++) {
            step(as("CASHIER", QNG), key, approved, "pay", payment(FIRST, PAID_ON))
                    .then()
                    .statusCode(200)
                    .body("paid", equalTo(1));
        }
        assertEquals(900, balance(QNG, fund));
    }

    @Test
    void only_due_days_are_paid_and_at_most_one_period_ahead() {
        Response approved = approved(QNG, care(QNG, fund));
        refused(pay(approved, "2024-02-28", "2024-02-28"), "/dueOn", "not-a-due-day");
        refused(pay(approved, "2023-11-30", "2023-11-30"), "/dueOn", "not-a-due-day");
        refused(pay(approved, "2024-02-29", "2024-01-30"), "/date", "more-than-a-period-ahead");
        pay(approved, "2024-02-29", "2024-01-31").then().statusCode(200);
        refused(pay(approved, FIRST, "2023-11-29"), "/date", "more-than-a-period-ahead");
        Response once = approved(QNG, with(care(QNG, fund), "everyMonths", 12));
        refused(pay(once, FIRST, "2023-11-14"), "/date", "before-the-decision");
        refused(pay(once, FIRST, today().plusDays(1).toString()), "/date", "in-the-future");
    }

    @Test
    void cash_is_signed_for_and_what_goes_by_bank_is_not() {
        Response approved = approved(QNG, care(QNG, fund));
        Map<String, Object> unsigned =
                Map.of("dueOn", FIRST, "date", PAID_ON, "method", "CASH", "voucher", "PC 15/2023");
        Refusal.of(
                step(as("CASHIER", QNG), approved, "pay", unsigned), 400, "invalid-request", "/receivedBy", "required");
        Refusal.of(
                step(as("CASHIER", QNG), approved, "pay", with(payment(FIRST, PAID_ON), "method", "BANK")),
                400,
                "invalid-request",
                "/receivedBy",
                "not-for-this-kind");
    }

    @Test
    void a_payment_that_came_back_is_due_again_and_its_money_is_kept_for_it() {
        Response paid = pay(approved(QNG, care(QNG, fund)), FIRST, PAID_ON);
        Map<String, Object> back = Map.of("dueOn", FIRST, "text", "Không gặp được", "date", "2024-01-03");
        Response returned = step(as("CASHIER", QNG), paid, "return", back);
        returned.then().statusCode(200).body("paid", equalTo(0));
        assertEquals(1_000, balance(QNG, fund));
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(100));
        days(QNG, paid).then().body("items[0].state", equalTo("MISSED"));
        refused(step(as("CASHIER", QNG), returned, "return", back), "/dueOn", "due-day-not-paid");
        pay(returned, FIRST, "2024-01-05").then().statusCode(200).body("paid", equalTo(1));
        assertEquals(900, balance(QNG, fund));
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(0));
    }

    @Test
    void after_the_end_only_what_was_due_before_it_is_paid_or_left_out() {
        Response approved = approved(QNG, care(QNG, fund));
        Map<String, Object> end = Map.of("date", "2024-02-10", "reason", "DECEASED", "text", "Gia đình báo tin");
        refused(
                step(
                        as("OFFICER", QNG),
                        approved,
                        "end",
                        with(end, "date", today().plusDays(1).toString())),
                "/date",
                "in-the-future");
        Response ended = step(as("OFFICER", QNG), approved, "end", end);
        ended.then()
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endedOn", equalTo("2024-02-10"))
                .body("endReason", equalTo("DECEASED"))
                .body("endText", equalTo("Gia đình báo tin"));
        Refusal.of(step(as("OFFICER", QNG), ended, "end", end), 409, "care-not-in-that-state");
        days(QNG, approved)
                .then()
                .body("items.dueOn", contains(FIRST, "2024-01-31"))
                .body("items.state", everyItem(equalTo("MISSED")));
        refused(pay(ended, "2024-02-29", "2024-02-29"), "/dueOn", "not-a-due-day");
        Response paid = pay(ended, "2024-01-31", "2024-03-01");
        paid.then().statusCode(200);
        Map<String, Object> out = Map.of("dueOn", FIRST, "reason", "Đơn vị bạn đã trao");
        Response without = step(as("OFFICER", QNG), paid, "leave-out", out);
        without.then().statusCode(200).body("leftOut", equalTo(1));
        days(QNG, approved)
                .then()
                .body("items.state", contains("LEFT_OUT", "PAID"))
                .body("items[0].reason", equalTo("Đơn vị bạn đã trao"));
        Refusal.of(step(as("OFFICER", QNG), without, "leave-out", out), 409, "due-day-settled");
        Refusal.of(pay(without, FIRST, "2024-03-01"), 409, "due-day-settled");
    }

    @Test
    void what_was_paid_ahead_stays_paid_and_where_it_comes_back_after_the_end_it_is_left_out() {
        Response paid = pay(approved(QNG, care(QNG, fund)), "2024-01-31", "2024-01-02");
        Response ended = step(as("OFFICER", QNG), paid, "end", Map.of("date", "2024-01-10", "reason", "MOVED"));
        days(QNG, paid).then().body("items.state", contains("MISSED", "PAID"));
        Response returned =
                step(as("CASHIER", QNG), ended, "return", Map.of("dueOn", "2024-01-31", "text", "Đã chuyển đi"));
        returned.then().statusCode(200);
        days(QNG, paid).then().body("items.state", contains("MISSED", "MISSED"));
        step(as("OFFICER", QNG), returned, "leave-out", Map.of("dueOn", "2024-01-31", "reason", "Đã chuyển đi"))
                .then()
                .statusCode(200);
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(0));
        assertEquals(1_000, balance(QNG, fund));
    }

    @Test
    void what_came_back_and_was_due_after_the_end_is_not_due_any_more() {
        Response paid = pay(approved(QNG, care(QNG, fund)), "2024-01-31", "2024-01-02");
        Response returned = step(
                as("CASHIER", QNG),
                paid,
                "return",
                Map.of("dueOn", "2024-01-31", "text", "Trả lại", "date", "2024-01-05"));
        step(as("OFFICER", QNG), returned, "end", Map.of("date", "2024-01-10", "reason", "DECEASED"))
                .then()
                .statusCode(200)
                .body("leftOut", equalTo(1));
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(0));
        days(QNG, paid).then().body("items.state", contains("MISSED", "LEFT_OUT"));
    }

    @Test
    void what_was_missed_for_more_than_a_month_is_listed_the_oldest_first() {
        LocalDate today = today();
        LocalDate first = today.minusMonths(3).withDayOfMonth(1);
        Map<String, ?> until = with(
                with(care(QNG_01_A, fund), "firstDueOn", first.toString()),
                "lastDueOn",
                first.plusMonths(1).toString());
        Response older = approved(QNG, until);
        Response younger =
                approved(QNG, with(until, "firstDueOn", first.plusDays(1).toString()));
        approved(QNG, with(with(until, "firstDueOn", today.minusDays(27).toString()), "lastDueOn", null));
        commit(as("OFFICER", QNG), until).then().statusCode(201);
        String list = CARE + "/missed?unit=" + QNG_01_A.id();
        List<String> expected = List.of(
                older.path("id") + " " + first,
                younger.path("id") + " " + first.plusDays(1),
                older.path("id") + " " + first.plusMonths(1));
        assertEquals(expected, missed(list + "&limit=200"));
        List<String> paged = new ArrayList<>();
        for (String next = list + "&limit=1"; next != null; ) {
            Response page = as("OFFICER", QNG).get(next);
            paged.addAll(missed(next));
            String cursor = page.path("next");
            next = cursor == null ? null : list + "&limit=1&cursor=" + cursor;
        }
        assertEquals(expected, paged);
        as("OFFICER", QNG)
                .get(list)
                .then()
                .body("items[0].beneficiary.name", equalTo("Bà Minh Họa"))
                .body("items[0].name", equalTo("Phụng dưỡng suốt đời"))
                .body("items[0].amount", equalTo(100));
        step(as("OFFICER", QNG), older, "leave-out", Map.of("dueOn", first.toString(), "reason", "Đã trao"))
                .then()
                .statusCode(200);
        assertEquals(expected.subList(1, 3), missed(list + "&limit=200"));
    }

    @Test
    void no_more_is_paid_than_the_fund_has_and_nothing_into_closed_books() {
        String poor = fund(VKSTC, 50);
        Response approved = approved(VKSTC, care(VKSTC, poor));
        Refusal.of(pay(VKSTC, approved, FIRST, PAID_ON), 409, "insufficient-unpromised");
        Map<String, Object> byBank = Map.of("dueOn", FIRST, "date", PAID_ON, "method", "BANK", "voucher", "UNC 1");
        String rich = fund(VKSTC, 100);
        Response other = approved(VKSTC, care(VKSTC, rich));
        Refusal.of(step(as("CASHIER", VKSTC), other, "pay", byBank), 409, "insufficient-funds");
        days(VKSTC, other).then().body("items[0].state", equalTo("MISSED"));
        Response period = close("ACCOUNTANT", VKSTC, LocalDate.parse(FIRST));
        period.then().statusCode(201);
        Refusal.of(pay(VKSTC, other, FIRST, PAID_ON), 409, "period-closed");
        pay(VKSTC, other, FIRST, "2024-01-02").then().statusCode(200);
        reopen("CHAIR", VKSTC, period).then().statusCode(200);
        assertEquals(0, balance(VKSTC, rich));
    }

    @Test
    void nothing_is_due_before_it_is_approved_and_what_is_given_up_never() {
        Response written = commit(as("OFFICER", QNG), care(QNG, fund));
        written.then().statusCode(201).header("Location", containsString("/api/v1/care-commitments/"));
        days(QNG, written).then().body("items", hasSize(0));
        Refusal.of(pay(written, FIRST, PAID_ON), 409, "care-not-in-that-state");
        Response cancelled = step(as("OFFICER", QNG), written, "cancel", null);
        cancelled.then().statusCode(200).body("status", equalTo("CANCELLED"));
        Refusal.of(step(as("CHAIR", QNG), cancelled, "approve", resolution()), 409, "care-not-in-that-state");
        as("CHAIR", QNG)
                .get(CARE + "?limit=1&status=CANCELLED&unit=" + QNG.id())
                .then()
                .statusCode(200)
                .body("items[0].status", equalTo("CANCELLED"));
    }

    @Test
    void what_was_paid_since_the_backup_is_not_paid_again() {
        Response approved = approved(QNG, care(QNG, fund));
        String payment = comesBack(approved.path("id"), FIRST);
        assertEquals(900, balance(QNG, fund));
        Refusal.of(
                step(as("OFFICER", QNG), approved, "leave-out", Map.of("dueOn", FIRST, "reason", "Quên")),
                409,
                "due-day-settled");
        pay(approved, FIRST, "2024-01-15").then().statusCode(200).body("paid", equalTo(1));
        assertEquals(900, balance(QNG, fund));
        days(QNG, approved).then().body("items[0].entryId", equalTo(payment)).body("items[0].paidOn", equalTo(PAID_ON));
    }

    @Test
    void at_another_node_than_its_home_nobody_is_told_that_something_was_missed() {
        Response approved = approved(QNG, care(QNG_02, fund));
        sql.change("insert into home (union_id, node) values (?, 'elsewhere')", QNG.id());
        try {
            assertEquals(List.of(), missed(CARE + "/missed?unit=" + QNG_02.id()));
            days(QNG, approved).then().statusCode(200).body("items", hasSize(0));
        } finally {
            sql.change("delete from home where node = 'elsewhere'");
        }
        days(QNG, approved).then().body("items[0].state", equalTo("MISSED"));
    }

    @Test
    void who_is_cared_for_many_times_is_one_person_for_whom_it_is_not_disclosed() {
        Response approved = approved(QNG, with(care(QNG, fund), "firstDueOn", "2023-06-28"));
        for (int month = 6; month <= 11; month++) {
            pay(approved, LocalDate.of(2023, month, 28).toString(), "2023-11-30")
                    .then()
                    .statusCode(200);
        }
        as("OFFICER", QNG)
                .get("/api/v1/disclosures/" + fund + "?from=2023-01-01&to=2023-12-31")
                .then()
                .statusCode(200)
                .body("spending.code", contains("SEVERAL"))
                .body("totalSpending", equalTo(600));
    }

    private String comesBack(String commitment, String dueOn) {
        String id = UUID.randomUUID().toString();
        String promise = new CareCommitmentId(UUID.fromString(commitment))
                .promise(LocalDate.parse(dueOn))
                .toString();
        come(id, "fulfils", promise, 100);
        return id;
    }

    /// What took the payment back, as the node tells it that had been told.
    private void goesBack(String payment) {
        come(UUID.randomUUID().toString(), "reverses", payment, -100);
    }

    private void come(String id, String link, String to, long amount) {
        String told = """
                [{"id": "%1$s", "version": 0, "owner": "%2$s", "recorded": "%3$sT02:00:00Z", "state": {
                  "fundId": "%4$s", "date": "%3$s", "bookedAt": "%3$sT02:00:00Z", "kind": "EXPENSE",
                  "purpose": "HERO_MOTHER_CARE", "%5$s": "%6$s",
                  "postings": [{"account": "EXPENSE", "code": "HERO_MOTHER_CARE", "amount": %7$d},
                    {"account": "CASH", "amount": %8$d}]}}]
                """.formatted(id, QNG.id(), PAID_ON, fund, link, to, amount, -amount);
        RestoredNode.takesBack(() -> replicas.stream()
                .filter(each -> each.type().equals(TransferState.TYPE))
                .findFirst()
                .orElseThrow()
                .apply(told));
    }

    private static List<String> missed(String list) {
        Response page = as("OFFICER", QNG).get(list);
        page.then().statusCode(200);
        List<Map<String, Object>> items = page.jsonPath().getList("items");
        return items.stream()
                .map(each -> each.get("commitmentId") + " " + each.get("dueOn"))
                .toList();
    }

    private static void refused(Response answer, String pointer, String rule) {
        Refusal.of(answer, 422, "rule-broken", pointer, rule);
    }

    private static Response pay(Response commitment, String dueOn, String date) {
        return pay(QNG, commitment, dueOn, date);
    }

    private static Response pay(Organization unit, Response commitment, String dueOn, String date) {
        return step(as("CASHIER", unit), commitment, "pay", payment(dueOn, date));
    }

    private static LocalDate today() {
        return LocalDate.now(BusinessTime.ZONE);
    }
}
