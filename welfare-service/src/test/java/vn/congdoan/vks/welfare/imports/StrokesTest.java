package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.correct;
import static vn.congdoan.vks.welfare.imports.ImportRequests.get;
import static vn.congdoan.vks.welfare.imports.ImportRequests.kept;
import static vn.congdoan.vks.welfare.imports.ImportRequests.rows;
import static vn.congdoan.vks.welfare.imports.ImportRequests.step;
import static vn.congdoan.vks.welfare.imports.ImportRequests.undo;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;
import static vn.congdoan.vks.welfare.period.PeriodRequests.close;
import static vn.congdoan.vks.welfare.period.PeriodRequests.nextMonth;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// Each row is booked once and taken back once, however many there are, who asks at the same time, and where it stops.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class StrokesTest {

    private static final Logger LOG = Logger.getLogger(StrokesTest.class);
    private static final int PEOPLE = 3_000;

    /// More than one stroke.
    private static final int MANY = 2_500;

    @Inject
    Sql sql;

    private String fund = "";
    private String layout = "";

    @BeforeEach
    void a_fund_a_layout_and_many_members() {
        fund = fund(QNG, "opensOn", "1950-01-01");
        layout = kept(QNG);
        sql.change("""
                insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
                select gen_random_uuid(), 1, 1, ?, ?, 'Đoàn viên thứ ' || number, 'ACTIVE',
                    jsonb_build_object('placements',
                        jsonb_build_array(jsonb_build_object('unitId', ?::text, 'validFrom', '1940-01-01')))
                from generate_series(1, ?) number
                """, QNG.id(), QNG_02.id(), QNG_02.id().toString(), PEOPLE);
    }

    @AfterEach
    void they_go_again() {
        sql.change("delete from directory_member where full_name like 'Đoàn viên thứ %'");
        asSuperuser("drop trigger if exists cut_here on contribution");
        asSuperuser("drop trigger if exists cut_here on transfer");
    }

    @Test
    void five_thousand_rows_are_read_matched_booked_and_taken_back() {
        int many = 5_000;
        Response made = upload(as("ACCOUNTANT", QNG), fund, layout, statement(many));
        made.then().statusCode(201).body("rows", equalTo(many)).body("accepted.rows", equalTo(many));
        long begun = System.nanoTime();
        Response booked = untilDone(made);
        long took = System.nanoTime() - begun;
        LOG.infof("%d rows booked in %d ms: %d rows/s", many, took / 1_000_000, many * 1_000_000_000L / took);
        assertEquals(sum(many), balance(QNG, fund));
        assertEquals(many, count("select count(*) from contribution where fund_id = ?"));
        assertEquals(many, count("select count(*) from transfer where fund_id = ? and kind = 'CONTRIBUTION'"));
        begun = System.nanoTime();
        Response undone = undo(as("ACCOUNTANT", QNG), booked);
        while (!"UNDONE".equals(undone.path("status"))) {
            undone.then().statusCode(200).body("status", equalTo("UNDOING"));
            undone = undo(as("ACCOUNTANT", QNG), booked);
        }
        took = System.nanoTime() - begun;
        LOG.infof("%d rows undone in %d ms: %d rows/s", many, took / 1_000_000, many * 1_000_000_000L / took);
        assertEquals(0, balance(QNG, fund));
        assertEquals(many, count("select count(*) from transfer where fund_id = ? and reverses is not null"));
    }

    @Test
    void interrupted_between_strokes_the_rest_is_booked_when_it_is_confirmed_again() {
        Response made = upload(as("ACCOUNTANT", QNG), fund, layout, statement(MANY));
        cutOff("contribution", "new.fund_id = '%s' and new.amount = 1500".formatted(fund));
        String key = UUID.randomUUID().toString();
        Object seen = made.path("accepted");
        step(as("ACCOUNTANT", QNG), key, made, "confirm", seen).then().statusCode(greaterThanOrEqualTo(500));
        assertEquals(sum(1_000), balance(QNG, fund));
        get(as("ACCOUNTANT", QNG), made)
                .then()
                .body("totals.find { it.status == 'BOOKED' }.rows", equalTo(1_000))
                .body("totals.find { it.status == 'MATCHED' }.rows", equalTo(MANY - 1_000))
                .body("accepted", equalTo(seen));
        asSuperuser("drop trigger cut_here on contribution");
        step(as("ACCOUNTANT", QNG), key, made, "confirm", seen).then().statusCode(200);
        untilDone(made);
        assertEquals(sum(MANY), balance(QNG, fund));
        assertEquals(MANY, count("select count(*) from contribution where fund_id = ?"));
    }

    @Test
    void interrupted_between_strokes_the_rest_is_taken_back_when_it_is_undone_again() {
        Response booked = untilDone(upload(as("ACCOUNTANT", QNG), fund, layout, statement(MANY)));
        cutOff("transfer", "new.fund_id = '%s' and new.reverses is not null and new.money_out = 1500".formatted(fund));
        undo(as("ACCOUNTANT", QNG), booked).then().statusCode(greaterThanOrEqualTo(500));
        assertEquals(sum(MANY) - sum(1_000), balance(QNG, fund));
        Response half = get(as("ACCOUNTANT", QNG), booked);
        half.then().body("status", equalTo("UNDOING"));
        Refusal.of(
                confirm(as("ACCOUNTANT", QNG), half, Map.of("rows", 1, "amount", 1)), 409, "import-not-in-that-state");
        asSuperuser("drop trigger cut_here on transfer");
        undo(as("ACCOUNTANT", QNG), booked).then().statusCode(200).body("status", equalTo("UNDONE"));
        assertEquals(0, balance(QNG, fund));
        assertEquals(MANY, count("select count(*) from transfer where fund_id = ? and reverses is not null"));
    }

    @Test
    void whoever_confirms_at_the_same_time_books_nothing_twice() throws Exception {
        Response made = upload(as("ACCOUNTANT", QNG), fund, layout, statement(MANY));
        Object seen = made.path("accepted");
        atOnce(4, () -> confirm(as("ACCOUNTANT", QNG), made, seen));
        untilDone(made);
        assertEquals(sum(MANY), balance(QNG, fund));
        assertEquals(MANY, count("select count(*) from contribution where fund_id = ?"));
        Response booked = get(as("ACCOUNTANT", QNG), made);
        atOnce(4, () -> undo(as("ACCOUNTANT", QNG), booked));
        undo(as("ACCOUNTANT", QNG), booked).then().body("status", equalTo("UNDONE"));
        assertEquals(0, balance(QNG, fund));
        assertEquals(MANY, count("select count(*) from transfer where fund_id = ? and reverses is not null"));
    }

    @Test
    void two_imports_of_one_statement_that_are_confirmed_at_the_same_time_book_it_once() throws Exception {
        String file = statement(MANY);
        List<Response> both = List.of(
                upload(as("ACCOUNTANT", QNG), fund, layout, file), upload(as("ACCOUNTANT", QNG), fund, layout, file));
        List<Callable<Integer>> work = new ArrayList<>();
        both.forEach(made -> work.add(() -> confirm(as("ACCOUNTANT", QNG), made).statusCode()));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : people.invokeAll(work)) {
                assertTrue(List.of(200, 409).contains(each.get()), each.get().toString());
            }
        }
        for (int again = 0; again < 4; again++) {
            both.forEach(made -> confirm(as("ACCOUNTANT", QNG), get(as("ACCOUNTANT", QNG), made)));
        }
        assertEquals(sum(MANY), balance(QNG, fund));
        assertEquals(MANY, count("select count(*) from contribution where fund_id = ?"));
    }

    @Test
    void nothing_is_booked_for_days_of_which_the_books_are_closed() {
        YearMonth month = nextMonth(QNG);
        Response before = upload(
                as("ACCOUNTANT", QNG),
                fund,
                layout,
                HEADERS + row(month.atDay(3), 1) + row(month.plusMonths(1).atDay(3), 2));
        before.then().statusCode(201).body("accepted.rows", equalTo(2));
        Response booked = upload(as("ACCOUNTANT", QNG), fund, layout, HEADERS + row(month.atDay(3), 4));
        untilDone(booked);
        close("ACCOUNTANT", QNG, month.atEndOfMonth()).then().statusCode(201);
        Response after = upload(as("ACCOUNTANT", QNG), fund, layout, HEADERS + row(month.atDay(3), 8));
        rows(as("ACCOUNTANT", QNG), after, "")
                .then()
                .body("items[0].status", equalTo("INVALID"))
                .body("items[0].faults[0].code", equalTo("closed-already"))
                .body("items[0].faults[0].column", equalTo("Ngày"));
        Refusal.of(
                correct(as("ACCOUNTANT", QNG), after, List.of(Map.of("line", 2, "donor", Map.of("kind", "ANONYMOUS")))),
                422,
                "rule-broken",
                "/rows/0/line",
                "closed-already");
        Refusal.of(confirm(as("ACCOUNTANT", QNG), before), 409, "import-changed");
        assertEquals(4, balance(QNG, fund));
        Response open = get(as("ACCOUNTANT", QNG), before);
        open.then().body("accepted.rows", equalTo(1)).body("accepted.amount", equalTo(2));
        rows(as("ACCOUNTANT", QNG), open, "&status=INVALID")
                .then()
                .body("items.line", equalTo(List.of(2)))
                .body("items[0].faults[0].code", equalTo("closed-already"))
                .body("items[0].faults[0].column", equalTo("Ngày"));
        confirm(as("ACCOUNTANT", QNG), open).then().statusCode(200);
        assertEquals(6, balance(QNG, fund));
        Refusal.of(
                step(
                        as("ACCOUNTANT", QNG),
                        UUID.randomUUID().toString(),
                        booked,
                        "undo",
                        Map.of("text", "Nhầm", "date", month.atEndOfMonth().toString())),
                409,
                "period-closed");
        undo(as("ACCOUNTANT", QNG), booked).then().statusCode(200).body("status", equalTo("UNDONE"));
        assertEquals(2, balance(QNG, fund));
    }

    private void atOnce(int many, Callable<Response> request) throws Exception {
        List<Callable<Response>> work = new ArrayList<>();
        for (int each = 0; each < many; each++) {
            work.add(request);
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Response> each : people.invokeAll(work)) {
                each.get().then().statusCode(anyOf(equalTo(200), equalTo(503)));
            }
        }
    }

    /// Confirms again until nothing is left, as a client does.
    private static Response untilDone(Response made) {
        Response booked = confirm(as("ACCOUNTANT", QNG), made);
        booked.then().statusCode(200);
        while (Objects.requireNonNull(booked.<List<String>>path("totals.status"))
                .contains("MATCHED")) {
            booked = confirm(as("ACCOUNTANT", QNG), made);
            booked.then().statusCode(200);
        }
        return booked;
    }

    /// Ends the connection in the middle of whatever does this, as a crash would.
    private void cutOff(String table, String when) {
        asSuperuser("""
                create or replace function cut_here() returns trigger language plpgsql security definer as $$
                begin
                    perform pg_terminate_backend(pg_backend_pid());
                    return null;
                end
                $$
                """);
        asSuperuser("create trigger cut_here after insert on %s for each row when (%s) execute function cut_here()"
                .formatted(table, when));
    }

    /// As whom only a superuser may end: in tests the service's connections are a superuser's that took on its role.
    private static void asSuperuser(String statement) {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int count(String statement) {
        return sql.one(statement, row -> row.getInt(1), UUID.fromString(fund)).orElseThrow();
    }

    /// Each of the first members gives as many đồng as the number says.
    private static String statement(int rows) {
        StringBuilder file = new StringBuilder(HEADERS);
        String bank = UUID.randomUUID().toString();
        for (int number = 1; number <= rows; number++) {
            file.append("26/02/2026;FT%s-%d;%d;ung ho;Doan vien thu %d;\n"
                    .formatted(bank, number, number, (number - 1) % PEOPLE + 1));
        }
        return file.toString();
    }

    private static String row(LocalDate day, int amount) {
        return "%s;FT%s;%d;;Doan vien thu 7;\n"
                .formatted(day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")), UUID.randomUUID(), amount);
    }

    private static long sum(int rows) {
        return rows * (rows + 1L) / 2;
    }
}
