package vn.congdoan.vks.welfare.ending;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entries;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.support.SupportRequests.approved;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// All that a fund of an ended unit holds goes to another one, and nothing is lost.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class FundMoveTest {

    private static final String MOVES = "/api/v1/fund-moves";
    private static final Map<String, String> ANYBODY = Map.of("kind", "ANONYMOUS");

    @Inject
    Sql sql;

    private UUID unit = UUID.randomUUID();
    private String from = "";
    private String to = "";

    @BeforeEach
    void a_fund_of_a_section_and_one_of_the_union() {
        unit = EndingUnit.stands(sql, QNG);
        from = fund(QNG, Map.of("unitId", unit));
        to = fund(QNG);
    }

    /// Others list the periods of the union.
    @AfterEach
    void its_books_were_never_closed() {
        QuarkusTransaction.requiringNew().run(() -> {
            RunTimeRole.withoutRules(sql, () -> sql.change("delete from period where unit_id = ?", unit));
        });
    }

    @Test
    void everything_goes_to_the_dong_account_by_account() {
        filled();
        EndingUnit.ends(sql, unit, QNG);
        Response moved = moved();
        moved.then()
                .statusCode(201)
                .body("fromUnitId", equalTo(unit.toString()))
                .body("toUnitId", equalTo(QNG.id().toString()))
                .body("amount", equalTo(5_701))
                .body("amountInWords", equalTo("Năm nghìn bảy trăm linh một đồng"))
                .body("accounts.account", contains("CASH", "BANK", "OWED"))
                .body("accounts.fromBefore", contains(700, 5_001, 0))
                .body("accounts.fromAfter", contains(0, 0, 0))
                .body("accounts.toBefore", contains(40, 0, 0))
                .body("accounts.toAfter", contains(740, 5_001, 0));
        assertEquals(Map.of(), held(from, "CASH", "BANK"));
        assertEquals(Map.of("CASH", 740L, "BANK", 5_001L), held(to, "CASH", "BANK"));
        assertEquals(5_701, held(from, "MOVED/OUT").get("MOVED/OUT"));
        assertEquals(-5_701, held(to, "MOVED/IN").get("MOVED/IN"));
        as("INSPECTOR", QNG)
                .get(entries(to) + "/" + moved.path("toEntryId"))
                .then()
                .statusCode(200)
                .body("kind", equalTo("MOVE_IN"))
                .body("amount", equalTo(5_701))
                .body("date", equalTo("2025-07-01"));
        String path = MOVES + "/" + moved.path("id");
        assertTrue(Waiting.until(
                () -> as("CHAIR", QNG).get(path).path("toProof.hash") != null
                        && as("CHAIR", QNG).get(path).path("fromProof.hash") != null,
                Duration.ofSeconds(30)));
        as("CHAIR", VKSTC)
                .get(path)
                .then()
                .statusCode(200)
                .body("fromProof.number", equalTo(4))
                .body("toProof.number", equalTo(2))
                .body("accounts", equalTo(moved.path("accounts")));
        as("CHAIR", NAN).get(path).then().statusCode(404);
        as("CHAIR", QNG)
                .get(MOVES + "?unit=" + QNG.id() + "&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void what_is_owed_to_others_moves_with_their_money() {
        from = fund(QNG, Map.of("unitId", unit, "passThrough", true));
        to = fund(QNG, Map.of("passThrough", true));
        give(as("ACCOUNTANT", QNG), contribution(from, ANYBODY, 1_000)).then().statusCode(201);
        post(as("ACCOUNTANT", QNG), from, entry("PASS_ON", 300, "CASH", null))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), from, entry("INCOME", 5, "BANK", null))
                .then()
                .statusCode(201);
        EndingUnit.ends(sql, unit, QNG);
        moved().then()
                .statusCode(201)
                .body("accounts.fromBefore", contains(700, 5, 700))
                .body("accounts.toAfter", contains(700, 5, 700));
        assertEquals(
                Map.of(
                        "PASS_THROUGH/ANONYMOUS", -1_000L,
                        "PASS_THROUGH/PASSED_ON", 300L,
                        "PASS_THROUGH/MOVED_OUT", 700L,
                        "MOVED/OUT", 5L,
                        "INCOME/OTHER", -5L),
                held(from));
        assertEquals(Map.of("CASH", 700L, "BANK", 5L, "PASS_THROUGH/MOVED_IN", -700L, "MOVED/IN", -5L), held(to));
    }

    @Test
    void a_move_is_disclosed_as_neither_given_nor_spent() {
        filled();
        EndingUnit.ends(sql, unit, QNG);
        moved().then().statusCode(201);
        disclosed(from)
                .body("openingBalance", equalTo(5_701))
                .body("spending.code", contains("OUT"))
                .body("spending[0].amount", equalTo(5_701))
                .body("closingBalance", equalTo(0));
        disclosed(to)
                .body("income.code", contains("IN"))
                .body("income[0].amount", equalTo(5_701))
                .body("closingBalance", equalTo(5_741));
    }

    private static ValidatableResponse disclosed(String fund) {
        return as("ACCOUNTANT", QNG)
                .get("/api/v1/disclosures/" + fund + "?audience=UNION&from=2025-01-01&to=2025-12-31")
                .then()
                .statusCode(200);
    }

    @Test
    void a_fund_that_was_moved_takes_no_booking_any_more() {
        filled();
        String expense = post(as("ACCOUNTANT", QNG), from, expense(1)).path("id");
        EndingUnit.ends(sql, unit, QNG);
        Response moved = moved();
        moved.then().statusCode(201);
        as("CHAIR", QNG)
                .get(FUNDS + "/" + from)
                .then()
                .body("movedTo", equalTo(to))
                .body("closesOn", equalTo("2025-07-01"))
                .body("open", equalTo(false))
                .body("balance", equalTo(0));
        Refusal.of(post(as("ACCOUNTANT", QNG), from, entry("INCOME", 1, "CASH", null)), 409, "fund-moved");
        Refusal.of(give(as("ACCOUNTANT", QNG), contribution(from, ANYBODY, 1)), 409, "fund-moved");
        Refusal.of(reverse(as("ACCOUNTANT", QNG), from, expense, Map.of("text", "Nhầm")), 409, "fund-moved");
        Refusal.of(
                reverse(as("ACCOUNTANT", QNG), to, moved.path("toEntryId"), Map.of("text", "Nhầm")),
                409,
                "entry-moves-a-fund");
        assertEquals(5_740, balance(QNG, to));
    }

    @Test
    void an_empty_fund_is_closed_without_an_entry() {
        EndingUnit.ends(sql, unit, QNG);
        moved().then().statusCode(201).body("amount", equalTo(0)).body("$", not(hasKey("fromEntryId")));
        as("CHAIR", QNG).get(FUNDS + "/" + from).then().body("movedTo", equalTo(to));
    }

    @Test
    void nothing_moves_while_something_approved_is_not_paid() {
        filled();
        approved(QNG, from, 2);
        EndingUnit.ends(sql, unit, QNG);
        Refusal.of(moved(), 409, "fund-has-promises", "/fromFundId", "promises-pending");
    }

    @Test
    void only_funds_of_units_that_have_ended_move() {
        refused("/fromFundId", "unit-not-ended");
        EndingUnit.ends(sql, unit, QNG);
        UUID other = EndingUnit.stands(sql, QNG);
        to = fund(QNG, Map.of("unitId", other));
        EndingUnit.ends(sql, other, QNG);
        refused("/toFundId", "unit-ended");
        to = from;
        refused("/toFundId", "the-same-fund");
    }

    @Test
    void money_goes_to_no_other_purposes() {
        EndingUnit.ends(sql, unit, QNG);
        to = fund(QNG, Map.of("purposes", List.of("ILLNESS", "HARDSHIP", "WEDDING")));
        refused("/toFundId", "other-purposes");
        to = fund(QNG, Map.of("passThrough", true));
        refused("/toFundId", "own-and-passing-money");
        to = fund(QNG, Map.of("purposes", List.of("ILLNESS")));
        moved().then().statusCode(201);
    }

    @Test
    void it_counts_for_a_day_after_everything_that_is_booked_and_in_open_books() {
        filled();
        EndingUnit.ends(sql, unit, QNG);
        refusedOn("2025-06-30", "before-the-end-of-the-unit");
        Map<String, @Nullable Object> late = entry("INCOME", 1, "CASH", null);
        late.put("date", "2025-07-02");
        post(as("ACCOUNTANT", QNG), from, late).then().statusCode(201);
        refusedOn("2025-07-01", "before-the-last-entry");
        sql.change("""
                insert into period (period_id, version, owner_union_id, unit_id, last_day, state, closed_at, created_as)
                values (?, 0, ?, ?, '2025-07-31', 'CLOSED', now(), '')
                """, UUID.randomUUID(), QNG.id(), unit);
        Refusal.of(moved("2025-07-31"), 409, "period-closed", "/date", "closed-already");
        moved("2025-08-01").then().statusCode(201).body("amount", equalTo(5_702));
    }

    @Test
    void an_accountant_of_both_moves_it_once() {
        filled();
        EndingUnit.ends(sql, unit, QNG);
        String path = MOVES + "/" + UUID.randomUUID();
        Refusal.of(put(as("CHAIR", QNG), path, form("2025-07-01")), 403, "forbidden");
        Refusal.of(
                put(as("ACCOUNTANT", QNG_01), path, form("2025-07-01")),
                403,
                "forbidden",
                "/fromFundId",
                "unit-out-of-scope");
        String foreign = fund(NAN);
        String own = to;
        to = foreign;
        Refusal.of(
                put(as("ACCOUNTANT", QNG), path, form("2025-07-01")),
                403,
                "forbidden",
                "/toFundId",
                "unit-out-of-scope");
        to = own;
        put(as("ACCOUNTANT", QNG), path, form("2025-07-01")).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, form("2025-07-01"))
                .then()
                .statusCode(200)
                .body("amount", notNullValue());
        Refusal.of(put(as("ACCOUNTANT", QNG), path, form("2025-07-02")), 412, "already-exists");
        Refusal.of(moved(), 409, "fund-moved", "/fromFundId", "moved-already");
        assertEquals(5_741, balance(QNG, to));
    }

    @Test
    void whatever_is_booked_meanwhile_moves_as_well_or_is_refused() throws Exception {
        filled();
        EndingUnit.ends(sql, unit, QNG);
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> given = IntStream.range(0, 30)
                    .mapToObj(number -> people.submit(() ->
                            give(as("ACCOUNTANT", QNG), contribution(number % 2 == 0 ? from : to, ANYBODY, 1_000_000))))
                    .toList();
            Future<Response> moving = people.submit(() -> moved("2025-07-01"));
            long accepted = 0;
            for (Future<Response> each : given) {
                if (each.get().statusCode() == 201) {
                    accepted += 1_000_000;
                } else {
                    Refusal.of(each.get(), 409, "fund-moved");
                }
            }
            moving.get().then().statusCode(201);
            assertEquals(0, balance(QNG, from));
            assertEquals(accepted + 5_741, balance(QNG, to));
        }
    }

    /// 700 in cash and 5,001 at the bank, and 40 in cash in the other fund.
    private void filled() {
        give(as("ACCOUNTANT", QNG), contribution(from, ANYBODY, 1_000)).then().statusCode(201);
        post(as("ACCOUNTANT", QNG), from, entry("INCOME", 5_001, "BANK", null))
                .then()
                .statusCode(201);
        post(as("ACCOUNTANT", QNG), from, expense(300)).then().statusCode(201);
        give(as("ACCOUNTANT", QNG), contribution(to, ANYBODY, 40)).then().statusCode(201);
    }

    private Response moved() {
        return moved("2025-07-01");
    }

    private Response moved(String day) {
        return put(as("ACCOUNTANT", QNG), MOVES + "/" + UUID.randomUUID(), form(day));
    }

    private Map<String, Object> form(String day) {
        return Map.of("fromFundId", from, "toFundId", to, "date", day, "decision", EndingUnit.decision());
    }

    private void refused(String pointer, String rule) {
        Refusal.of(moved(), 422, "rule-broken", pointer, rule);
    }

    private void refusedOn(String day, String rule) {
        Refusal.of(moved(day), 422, "rule-broken", "/date", rule);
    }

    /// What stands on accounts, but for those on which nothing does.
    private Map<String, Long> held(String fund, String... names) {
        Map<String, Long> held = new LinkedHashMap<>();
        sql.list("""
                        select name, balance from account_balance join account using (account_id)
                        where account.fund_id = ? and balance <> 0 and (cardinality(?::text[]) = 0 or name = any (?))
                        """, row -> Map.entry(row.getString(1), row.getLong(2)), UUID.fromString(fund), names, names)
                .forEach(each -> held.put(each.getKey(), each.getValue()));
        return held;
    }
}
