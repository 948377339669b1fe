package vn.congdoan.vks.welfare.period;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.period.PeriodRequests.PERIODS;
import static vn.congdoan.vks.welfare.period.PeriodRequests.close;
import static vn.congdoan.vks.welfare.period.PeriodRequests.nextMonth;
import static vn.congdoan.vks.welfare.period.PeriodRequests.reopen;
import static vn.congdoan.vks.welfare.period.PeriodRequests.reopening;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What is closed stays as it is, until a decision opens it again.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class PeriodTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private String fund = "";
    private YearMonth month = YearMonth.of(1950, 1);
    private LocalDate lastDay = month.atEndOfMonth();

    @BeforeEach
    void a_fund_and_a_month_that_nobody_has_closed() {
        fund = fund(QNG, "opensOn", "1950-01-01");
        month = nextMonth(QNG);
        lastDay = month.atEndOfMonth();
    }

    @Test
    void what_the_fund_held_is_told_anew_where_it_was_taken_back_after_its_day_was_closed() {
        String begun = fund(QNG, "opensOn", month.atDay(2).toString());
        String opening = post(as("ACCOUNTANT", QNG), begun, on(month.atDay(2), entry("OPENING", 500, "BANK", null)))
                .path("id");
        close("ACCOUNTANT", QNG, lastDay).then().statusCode(201);
        LocalDate next = lastDay.plusDays(1);
        Refusal.of(
                post(as("ACCOUNTANT", QNG), begun, on(next, entry("OPENING", 450, "BANK", null))),
                422,
                "rule-broken",
                "/date",
                "not-the-first-day");
        reverse(as("ACCOUNTANT", QNG), begun, opening, Map.of("text", "Nhầm", "date", next.toString()))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), begun, on(next, entry("OPENING", 450, "BANK", null)))
                .then()
                .statusCode(201);
        assertEquals(450, vn.congdoan.vks.welfare.MoneyRequests.balance(QNG, begun));
    }

    @Test
    void closing_notes_what_each_fund_held_and_the_last_hash_of_its_proof() {
        post(as("ACCOUNTANT", QNG), fund, on(month.atDay(3), entry("INCOME", 900, "BANK", null)));
        post(as("ACCOUNTANT", QNG), fund, on(lastDay, entry("BANK_WITHDRAWAL", 200, null, null)));
        post(as("ACCOUNTANT", QNG), fund, on(lastDay.plusDays(1), entry("INCOME", 5, "CASH", null)));
        assertTrue(Waiting.until(() -> Objects.equals(proof().path("links"), 3), PATIENCE));
        Response closed = close("ACCOUNTANT", QNG, lastDay);
        closed.then()
                .statusCode(201)
                .body("unitId", equalTo(QNG.id().toString()))
                .body("lastDay", equalTo(lastDay.toString()))
                .body("status", equalTo("CLOSED"))
                .body("closedAt", notNullValue())
                .body(ofFund("cash"), equalTo(200))
                .body(ofFund("bank"), equalTo(700))
                .body(ofFund("links"), equalTo(3))
                .body(ofFund("hash"), equalTo(proof().path("hash")));
        as("INSPECTOR", QNG)
                .get(closed.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(closed.header("ETag")))
                .body("$", equalTo(closed.jsonPath().getMap("$")));
    }

    @Test
    void nothing_is_booked_for_closed_days_any_more() {
        String income = post(as("ACCOUNTANT", QNG), fund, on(lastDay, entry("INCOME", 900, "CASH", null)))
                .path("id");
        close("ACCOUNTANT", QNG, lastDay).then().statusCode(201);
        refused(post(as("ACCOUNTANT", QNG), fund, on(lastDay, expense(1))));
        refused(post(as("ACCOUNTANT", QNG), fund, on(month.atDay(1), entry("INCOME", 1, "CASH", null))));
        refused(give(as("ACCOUNTANT", QNG), on(lastDay, contribution(fund, Map.of("kind", "ANONYMOUS"), 1))));
        refused(reverse(as("ACCOUNTANT", QNG), fund, income, Map.of("text", "Nhầm", "date", lastDay.toString())));
        assertEquals(900, vn.congdoan.vks.welfare.MoneyRequests.balance(QNG, fund));
        post(as("ACCOUNTANT", QNG), fund, on(lastDay.plusDays(1), expense(1)))
                .then()
                .statusCode(201);
        reverse(as("ACCOUNTANT", QNG), fund, income, Map.of("text", "Nhầm"))
                .then()
                .statusCode(409);
        post(as("ACCOUNTANT", QNG), fund, on(lastDay.plusDays(1), entry("INCOME", 1, "CASH", null)))
                .then()
                .statusCode(201);
        reverse(as("ACCOUNTANT", QNG), fund, income, Map.of("text", "Nhầm"))
                .then()
                .statusCode(201);
    }

    @Test
    void other_units_go_on() {
        String other = fund(NAN, "opensOn", "1950-01-01");
        close("ACCOUNTANT", QNG, lastDay).then().statusCode(201);
        post(as("ACCOUNTANT", NAN), other, on(lastDay, entry("INCOME", 1, "CASH", null)))
                .then()
                .statusCode(201);
    }

    @Test
    void a_period_begins_where_the_one_before_ended() {
        close("ACCOUNTANT", QNG, lastDay).then().statusCode(201);
        refusedFor(close("ACCOUNTANT", QNG, lastDay), 409, "period-closed", "closed-already");
        close("ACCOUNTANT", QNG, month.plusMonths(3).atEndOfMonth())
                .then()
                .statusCode(201)
                .body("firstDay", equalTo(lastDay.plusDays(1).toString()));
    }

    @Test
    void only_whole_months_that_are_over_are_closed() {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        refusedFor(close("ACCOUNTANT", QNG, lastDay.minusDays(1)), 422, "rule-broken", "not-the-end-of-a-month");
        refusedFor(close("ACCOUNTANT", QNG, YearMonth.from(today).atEndOfMonth()), 422, "rule-broken", "not-over-yet");
    }

    @Test
    void a_decision_of_the_chair_opens_it_again_and_everybody_who_reads_the_funds_sees_it() {
        Response closed = close("ACCOUNTANT", QNG, lastDay);
        reopen("CHAIR", QNG, closed)
                .then()
                .statusCode(200)
                .body("status", equalTo("REOPENED"))
                .body("reopenedAt", notNullValue())
                .body("decision.number", equalTo("07/QĐ-CĐVKS"))
                .body("reason", equalTo("Bổ sung chứng từ"));
        post(as("ACCOUNTANT", QNG), fund, on(lastDay, entry("INCOME", 1, "CASH", null)))
                .then()
                .statusCode(201);
        as("INSPECTOR", QNG)
                .get(PERIODS + "?unit=" + QNG.id())
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(closed.path("id")))
                .body("items[0].reason", equalTo("Bổ sung chứng từ"));
        as("INSPECTOR", VKSTC)
                .get(PERIODS + "/" + closed.path("id"))
                .then()
                .statusCode(200)
                .body("decision.number", equalTo("07/QĐ-CĐVKS"))
                .body("$", not(hasKey("reason")));
        Response again = close("ACCOUNTANT", QNG, lastDay);
        again.then().statusCode(201);
        as("CHAIR", QNG)
                .get(PERIODS + "?limit=2&unit=" + QNG.id())
                .then()
                .body("items.status", contains("CLOSED", "REOPENED"));
    }

    @Test
    void the_latest_one_is_opened_first_and_none_twice() {
        Response earlier = close("ACCOUNTANT", QNG, lastDay);
        Response later = close("ACCOUNTANT", QNG, month.plusMonths(1).atEndOfMonth());
        Refusal.of(reopen("CHAIR", QNG, earlier), 409, "later-period-closed");
        reopen("CHAIR", QNG, later).then().statusCode(200);
        Refusal.of(reopen("CHAIR", QNG, later), 412, "stale");
        Response read = as("CHAIR", QNG).get(PERIODS + "/" + later.path("id"));
        Refusal.of(reopen("CHAIR", QNG, read), 409, "period-not-closed");
        reopen("CHAIR", QNG, earlier).then().statusCode(200);
    }

    @Test
    void an_accountant_closes_and_a_chair_opens() {
        Refusal.of(close("CHAIR", QNG, lastDay), 403, "forbidden");
        Response closed = close("ACCOUNTANT", QNG, lastDay);
        Refusal.of(reopen("ACCOUNTANT", QNG, closed), 403, "forbidden");
        Refusal.of(reopen("CHAIR", VKSTC, closed), 403, "forbidden");
        Refusal.of(reopen("CHAIR", NAN, closed), 404, "not-found");
        as("CHAIR", NAN).get(PERIODS + "/" + closed.path("id")).then().statusCode(404);
    }

    @Test
    void a_decision_is_needed_that_was_issued() {
        Response closed = close("ACCOUNTANT", QNG, lastDay);
        var caller = as("CHAIR", QNG).contentType("application/json").header("If-Match", closed.header("ETag"));
        Map<String, Object> tomorrow = Map.of(
                "reason",
                "Sai",
                "decision",
                Map.of(
                        "number",
                        "1",
                        "date",
                        LocalDate.now(BusinessTime.ZONE).plusDays(1).toString()));
        Refusal.of(
                caller.body(tomorrow).post(PERIODS + "/" + closed.path("id") + "/reopen"),
                422,
                "rule-broken",
                "/decision/date",
                "in-the-future");
        Refusal.of(
                as("CHAIR", QNG)
                        .contentType("application/json")
                        .header("If-Match", closed.header("ETag"))
                        .body(Map.of("reason", "Sai"))
                        .post(PERIODS + "/" + closed.path("id") + "/reopen"),
                400,
                "invalid-request",
                "/decision",
                "required");
        Refusal.of(
                as("CHAIR", QNG)
                        .contentType("application/json")
                        .body(reopening())
                        .post(PERIODS + "/" + closed.path("id") + "/reopen"),
                428,
                "precondition-required");
    }

    @Test
    void the_same_closing_under_one_id_is_done_once() {
        String path = PERIODS + "/" + UUID.randomUUID();
        Map<String, String> form = Map.of("unitId", QNG.id().toString(), "lastDay", lastDay.toString());
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(200);
        Refusal.of(
                put(
                        as("ACCOUNTANT", QNG),
                        path,
                        Map.of(
                                "unitId",
                                QNG.id().toString(),
                                "lastDay",
                                month.plusMonths(1).atEndOfMonth().toString())),
                412,
                "already-exists");
    }

    @Test
    void whatever_is_booked_while_it_is_closed_is_in_what_it_was_closed_with_or_refused() throws Exception {
        AtomicInteger booked = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        Callable<Integer> booking = () -> {
            int status = 201;
            while (status == 201 && !over.get()) {
                status = post(as("ACCOUNTANT", QNG), fund, on(lastDay, entry("INCOME", 1, "CASH", null)))
                        .statusCode();
                if (status == 201) {
                    booked.incrementAndGet();
                }
            }
            return status;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(booking));
            }
            assertTrue(Waiting.until(() -> booked.get() > 20, PATIENCE));
            Response closed = close("ACCOUNTANT", QNG, lastDay);
            over.set(true);
            for (Future<Integer> writer : writers) {
                assertTrue(List.of(201, 409).contains(writer.get()));
            }
            refused(post(as("ACCOUNTANT", QNG), fund, on(lastDay, entry("INCOME", 1, "CASH", null))));
            closed.then().statusCode(201).body(ofFund("cash"), equalTo(booked.get()));
        }
    }

    private static void refused(Response answer) {
        Refusal.of(answer, 409, "period-closed", "/date", "closed-already");
    }

    private static void refusedFor(Response answer, int status, String code, String rule) {
        Refusal.of(answer, status, code, "/lastDay", rule);
    }

    private static Map<String, @Nullable Object> on(LocalDate day, Map<String, @Nullable Object> form) {
        form.put("date", day.toString());
        return form;
    }

    private String ofFund(String field) {
        return "funds.find { it.fundId == '%s' }.%s".formatted(fund, field);
    }

    private Response proof() {
        return as("CHAIR", QNG).get(FUNDS + "/" + fund + "/proof");
    }
}
