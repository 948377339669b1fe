package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entries;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.period.PeriodRequests.PERIODS;
import static vn.congdoan.vks.welfare.period.PeriodRequests.nextMonth;
import static vn.congdoan.vks.welfare.period.PeriodRequests.reopen;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.welfare.PeopleOfUnits;
import vn.congdoan.vks.welfare.ledger.ModelOfFunds.Line;
import vn.congdoan.vks.welfare.ledger.ModelOfFunds.Paper;
import vn.congdoan.vks.welfare.programme.ProgrammeRequests;
import vn.congdoan.vks.welfare.support.SupportRequests;

/// What everybody who has to do with money does in random order (give, post, take back, ask for support, decide, pay,
/// write down what came back, pay a programme, close and reopen periods), compared with the same on paper after each
/// step: balances, promises, periods and proofs. Requests are repeated, sent twice at once, or cut off in the middle
/// of their transaction and sent again, always under their keys.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class WelfareModelTest {

    private static final int STEPS = Integer.getInteger("steps", 100);
    private static final int MONTHS = 4;
    private static final int PEOPLE = 4;
    private static final String FAMILY = "Mô Hình";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Sql sql;

    private Random random = new Random(0);
    private ModelOfFunds model = new ModelOfFunds(null);
    private YearMonth first = YearMonth.of(1950, 1);
    private List<String> funds = List.of();
    private final List<Booked> standing = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private final List<Programme> programmes = new ArrayList<>();
    private final List<Response> periods = new ArrayList<>();
    private String step = "";

    /// An entry that was not taken back.
    private record Booked(String fund, String transfer, Line line) {}

    /// Support for a household, as it was answered last.
    private static final class Case {
        private final String fund;
        private final long amount;
        private Response last;
        private @Nullable Line payment;

        private Case(String fund, long amount, Response last) {
            this.fund = fund;
            this.amount = amount;
            this.last = last;
        }

        private boolean is(String status) {
            return status.equals(last.path("status"));
        }

        private String id() {
            return last.path("id");
        }
    }

    /// Support for many, as it was answered last.
    private static final class Programme {
        private final String fund;
        private final long each;
        private final List<String> people;
        private final Map<String, Line> paid = new LinkedHashMap<>();
        private Response last;

        private Programme(String fund, long each, List<String> people, Response last) {
            this.fund = fund;
            this.each = each;
            this.people = people;
            this.last = last;
        }

        private boolean is(String status) {
            return status.equals(last.path("status"));
        }

        private String promise(String person) {
            return last.path("id") + " " + person;
        }

        private List<String> due() {
            return people.stream().filter(each -> !paid.containsKey(each)).toList();
        }
    }

    @AfterEach
    void everybody_leaves() {
        PeopleOfUnits.leave(sql, FAMILY);
        execute("drop trigger if exists cut_in_the_model on transfer");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 45, 2026})
    void books_promises_periods_and_proofs_are_those_on_paper(long ownSeed) throws Exception {
        long seed = Long.getLong("seed", ownSeed);
        random = new Random(seed);
        first = nextMonth(QNG);
        model = new ModelOfFunds(closedAlready());
        funds = List.of(fund(QNG, "opensOn", "1950-01-01"), fund(QNG, "opensOn", "1950-01-01"));
        funds.forEach(model::open);
        PeopleOfUnits.join(sql, QNG_02, QNG, FAMILY, PEOPLE);
        for (int number = 0; number < STEPS; number++) {
            step = "step %d of seed %d".formatted(number, seed);
            String done = step(random.nextInt(24));
            step += ": " + done;
            funds.forEach(this::compare);
        }
        step = "the end of seed " + seed;
        BooksInOrder.check(sql);
        for (String fund : funds) {
            compareStatement(fund);
            compareProof(fund);
        }
    }

    private String step(int kind) throws Exception {
        String fund = anyOf(funds);
        LocalDate date = anyDay();
        long amount = 1L + random.nextInt(60);
        boolean isCash = random.nextBoolean();
        Line in = new Line(date, isCash ? amount : 0, isCash ? 0 : amount);
        String method = isCash ? "CASH" : "BANK";
        return switch (kind) {
            case 0, 1 ->
                book("contribution", fund, in, key -> {
                    Map<String, @Nullable Object> form = contribution(fund, Map.of("kind", "ANONYMOUS"), amount);
                    form.put("method", method);
                    return give(as("ACCOUNTANT", QNG), key, on(date, form));
                });
            case 2, 3 -> post(fund, in, entry("INCOME", amount, method, null));
            case 4 -> post(fund, in.back(date), entry("EXPENSE", amount, method, "ILLNESS"));
            case 5 -> post(fund, new Line(date, -amount, amount), entry("BANK_DEPOSIT", amount, null, null));
            case 6 -> post(fund, new Line(date, amount, -amount), entry("BANK_WITHDRAWAL", amount, null, null));
            case 7 -> takeBack(date);
            case 8, 9 -> propose(fund, amount);
            case 10, 11 -> approve();
            case 12, 13 -> pay(date, method);
            case 14 -> comesBack(date);
            case 15 -> withdraw();
            case 16 -> listProgramme(fund);
            case 17 -> approveProgramme();
            case 18, 19 -> payProgramme(date, method);
            case 20 -> lineComesBack(date);
            case 21 -> closeProgramme();
            case 22 -> closePeriod();
            default -> reopenPeriod();
        };
    }

    private String post(String fund, Line line, Map<String, @Nullable Object> form) throws Exception {
        on(line.date(), form);
        return book(
                String.valueOf(form.get("kind")),
                fund,
                line,
                key -> as("ACCOUNTANT", QNG)
                        .contentType("application/json")
                        .header("Idempotency-Key", key)
                        .body(form)
                        .post(entries(fund)));
    }

    private String book(String what, String fund, Line line, Function<String, Response> request) throws Exception {
        boolean possible = model.move(fund, line);
        Response answer = send(request, possible ? 201 : 409);
        if (possible) {
            standing.add(new Booked(
                    fund,
                    Objects.requireNonNull(answer.path(what.equals("contribution") ? "transferId" : "id")),
                    line));
        }
        return what + " " + line + (possible ? "" : " refused");
    }

    private String takeBack(LocalDate date) throws Exception {
        if (standing.isEmpty()) {
            return "nothing to take back";
        }
        Booked taken = anyOf(standing);
        if (date.isBefore(taken.line().date())) {
            return "a day too early";
        }
        boolean possible = model.move(taken.fund(), taken.line().back(date));
        Map<String, String> form = Map.of("text", "Nhầm", "date", date.toString());
        send(key -> reverse(as("ACCOUNTANT", QNG), key, taken.fund(), taken.transfer(), form), possible ? 201 : 409);
        if (possible) {
            standing.remove(taken);
        }
        return "taking back of " + taken.line() + " on " + date + (possible ? "" : " refused");
    }

    private String propose(String fund, long amount) {
        Map<String, @Nullable Object> form = SupportRequests.household(QNG);
        form.put("date", first.atDay(1).toString());
        cases.add(new Case(fund, amount, SupportRequests.proposed(QNG, form, fund, amount)));
        return "a case of " + amount;
    }

    private String approve() throws Exception {
        List<Case> proposed = cases.stream().filter(each -> each.is("PROPOSED")).toList();
        if (proposed.isEmpty()) {
            return "no case to approve";
        }
        Case one = anyOf(proposed);
        boolean possible = model.promise(one.fund, List.of(one.id()), one.amount);
        Response before = one.last;
        Response answer = send(
                key -> SupportRequests.step(as("CHAIR", QNG), key, before, "approve", decision()),
                possible ? 200 : 409);
        if (possible) {
            one.last = answer;
        }
        return "approval of " + one.amount + (possible ? "" : " refused");
    }

    private String pay(LocalDate date, String method) throws Exception {
        List<Case> approved = cases.stream().filter(each -> each.is("APPROVED")).toList();
        if (approved.isEmpty()) {
            return "no case to pay";
        }
        Case one = anyOf(approved);
        Line line = outOf(date, method, one.amount);
        boolean possible = model.moveAll(one.fund, List.of(line), List.of(one.id()));
        Map<String, Object> form = new LinkedHashMap<>(SupportRequests.payment(method));
        form.put("date", date.toString());
        Response before = one.last;
        Response answer =
                send(key -> SupportRequests.step(as("CASHIER", QNG), key, before, "pay", form), possible ? 200 : 409);
        if (possible) {
            one.last = answer;
            one.payment = line;
        }
        return "payment " + line + (possible ? "" : " refused");
    }

    private String comesBack(LocalDate date) throws Exception {
        List<Case> paid = cases.stream()
                .filter(each -> each.is("PAID")
                        && !date.isBefore(Objects.requireNonNull(each.payment).date()))
                .toList();
        if (paid.isEmpty()) {
            return "no case comes back";
        }
        Case one = anyOf(paid);
        Line payment = Objects.requireNonNull(one.payment);
        boolean possible = model.comesBack(one.fund, one.id(), payment, date);
        Map<String, String> form = Map.of("text", "Sai số tài khoản", "date", date.toString());
        Response before = one.last;
        Response answer = send(
                key -> SupportRequests.step(as("CASHIER", QNG), key, before, "return", form), possible ? 200 : 409);
        if (possible) {
            one.last = answer;
        }
        return payment + " comes back on " + date + (possible ? "" : ": refused");
    }

    private String withdraw() throws Exception {
        List<Case> open = cases.stream()
                .filter(each -> each.is("PROPOSED") || each.is("APPROVED"))
                .toList();
        if (open.isEmpty()) {
            return "no case to withdraw";
        }
        Case one = anyOf(open);
        model.endPromise(one.fund, one.id());
        Response before = one.last;
        one.last = send(key -> SupportRequests.step(as("OFFICER", QNG), key, before, "withdraw", null), 200);
        return "withdrawal of " + one.amount;
    }

    private String listProgramme(String fund) {
        long each = 1L + random.nextInt(8);
        Map<String, @Nullable Object> form = ProgrammeRequests.programme(QNG_02, fund);
        form.put("amount", each);
        Response listed = ProgrammeRequests.list(as("OFFICER", QNG), form);
        assertEquals(201, listed.statusCode(), step);
        List<String> people = sql.list(
                "select member_id::text from programme_line where programme_id = ? order by 1",
                row -> row.getString(1),
                UUID.fromString(listed.path("id")));
        assertEquals(people.size(), listed.<Integer>path("listed"), step);
        programmes.add(new Programme(fund, each, people, listed));
        return "a programme of " + each + " for each of " + people.size();
    }

    private String approveProgramme() throws Exception {
        List<Programme> listed =
                programmes.stream().filter(each -> each.is("LISTED")).toList();
        if (listed.isEmpty()) {
            return "no programme to approve";
        }
        Programme one = anyOf(listed);
        boolean possible =
                model.promise(one.fund, one.people.stream().map(one::promise).toList(), one.each);
        Response before = one.last;
        Response answer = send(
                key -> ProgrammeRequests.step(as("CHAIR", QNG), key, before, "approve", decision()),
                possible ? 200 : 409);
        if (possible) {
            one.last = answer;
        }
        return "approval of a programme" + (possible ? "" : " refused");
    }

    private String payProgramme(LocalDate date, String method) throws Exception {
        List<Programme> approved =
                programmes.stream().filter(each -> each.is("APPROVED")).toList();
        if (approved.isEmpty()) {
            return "no programme to pay";
        }
        Programme one = anyOf(approved);
        List<String> asked =
                one.people.stream().filter(each -> random.nextInt(2) == 0).toList();
        List<String> due = one.due().stream()
                .filter(each -> asked.isEmpty() || asked.contains(each))
                .toList();
        Line line = outOf(date, method, one.each);
        boolean possible = due.isEmpty()
                || model.moveAll(
                        one.fund,
                        due.stream().map(each -> line).toList(),
                        due.stream().map(one::promise).toList());
        Map<String, Object> form = new LinkedHashMap<>(ProgrammeRequests.payment());
        form.put("date", date.toString());
        form.put("method", method);
        if (!asked.isEmpty()) {
            form.put("memberIds", asked);
        }
        Response before = one.last;
        Response answer =
                send(key -> ProgrammeRequests.step(as("CASHIER", QNG), key, before, "pay", form), possible ? 200 : 409);
        if (possible) {
            due.forEach(each -> one.paid.put(each, line));
            one.last = answer;
            assertEquals(one.paid.size(), answer.<Integer>path("paid"), step);
        }
        return "payment of " + due.size() + " times " + line + (possible ? "" : " refused");
    }

    private String lineComesBack(LocalDate date) throws Exception {
        List<Programme> paid = programmes.stream()
                .filter(each -> !each.paid.isEmpty() && (each.is("APPROVED") || each.is("CLOSED")))
                .toList();
        if (paid.isEmpty()) {
            return "nobody's payment comes back";
        }
        Programme one = anyOf(paid);
        String person = anyOf(List.copyOf(one.paid.keySet()));
        Line payment = Objects.requireNonNull(one.paid.get(person));
        if (date.isBefore(payment.date())) {
            return "a day too early";
        }
        boolean possible = model.comesBack(one.fund, one.promise(person), payment, date);
        Map<String, String> form = Map.of("memberId", person, "text", "Sai số tài khoản", "date", date.toString());
        Response before = one.last;
        Response answer = send(
                key -> ProgrammeRequests.step(as("CASHIER", QNG), key, before, "return", form), possible ? 200 : 409);
        if (possible) {
            one.paid.remove(person);
            one.last = answer;
            if (one.is("CLOSED")) {
                model.endPromise(one.fund, one.promise(person));
            }
        }
        return payment + " of somebody comes back on " + date + (possible ? "" : ": refused");
    }

    private String closeProgramme() throws Exception {
        List<Programme> approved =
                programmes.stream().filter(each -> each.is("APPROVED")).toList();
        if (approved.isEmpty()) {
            return "no programme to close";
        }
        Programme one = anyOf(approved);
        one.due().forEach(each -> model.endPromise(one.fund, one.promise(each)));
        Response before = one.last;
        one.last = send(key -> ProgrammeRequests.step(as("ACCOUNTANT", QNG), key, before, "close", null), 200);
        return "end of a programme";
    }

    private String closePeriod() throws Exception {
        LocalDate lastDay = first.plusMonths(random.nextInt(MONTHS - 1)).atEndOfMonth();
        boolean possible = model.isOpen(lastDay);
        Map<String, String> form = Map.of("unitId", QNG.id().toString(), "lastDay", lastDay.toString());
        Response answer = send(
                key -> as("ACCOUNTANT", QNG)
                        .contentType("application/json")
                        .header("Idempotency-Key", key)
                        .body(form)
                        .post(PERIODS),
                possible ? 201 : 409);
        if (possible) {
            model.close(lastDay);
            periods.add(answer);
            for (String fund : funds) {
                String found = "funds.find { it.fundId == '" + fund + "' }.";
                assertEquals(
                        model.of(fund).cashThrough(lastDay), answer.jsonPath().getLong(found + "cash"), step);
                assertEquals(
                        model.of(fund).bankThrough(lastDay), answer.jsonPath().getLong(found + "bank"), step);
            }
        }
        return "closing up to " + lastDay + (possible ? "" : " refused");
    }

    private String reopenPeriod() {
        if (periods.isEmpty()) {
            return "no period to reopen";
        }
        if (periods.size() > 1 && random.nextInt(3) == 0) {
            assertEquals(409, reopen("CHAIR", QNG, periods.getFirst()).statusCode(), step);
            return "reopening of an earlier period refused";
        }
        Response latest = periods.removeLast();
        assertEquals(200, reopen("CHAIR", QNG, latest).statusCode(), step);
        model.reopenLatest();
        return "reopening";
    }

    private void compare(String fund) {
        Paper paper = model.of(fund);
        JsonPath shown = as("CHAIR", QNG).get(FUNDS + "/" + fund).jsonPath();
        assertEquals(
                List.of(paper.cash(), paper.bank(), paper.promised()),
                List.of(
                        shown.getLong("balances.cash"),
                        shown.getLong("balances.bank"),
                        shown.getLong("balances.promised")),
                step);
    }

    private void compareStatement(String fund) {
        for (int month = 0; month < MONTHS; month++) {
            LocalDate last = first.plusMonths(month).atEndOfMonth();
            JsonPath page = as("CHAIR", QNG)
                    .get(FUNDS + "/" + fund + "/statement?from="
                            + first.plusMonths(month).atDay(1) + "&to=" + last)
                    .jsonPath();
            Paper paper = model.of(fund);
            assertEquals(paper.cashThrough(last) + paper.bankThrough(last), page.getLong("closingBalance"), step);
        }
    }

    private void compareProof(String fund) {
        int booked = model.of(fund).transfers();
        assertTrue(
                Waiting.until(() -> proof(fund).getInt("links") == booked, PATIENCE),
                () -> proof(fund).getInt("links") + " links of " + booked + " at " + step);
        Object finding = proof(fund).get("finding");
        assertNull(finding, step);
        assertEquals(
                booked,
                sql.one("select count(*) from transfer where fund_id = ?", row -> row.getInt(1), UUID.fromString(fund))
                        .orElseThrow(),
                step);
    }

    private static JsonPath proof(String fund) {
        return as("INSPECTOR", QNG).get(FUNDS + "/" + fund + "/proof").jsonPath();
    }

    /// As impatient people send it, through what may go wrong; the answer is the first that is one.
    private Response send(Function<String, Response> request, int expected) throws Exception {
        String key = UUID.randomUUID().toString();
        int luck = random.nextInt(20);
        if (luck == 0 && expected < 300) {
            cutOff(() -> request.apply(key));
        } else if (luck < 3) {
            return sentTwiceAtOnce(request, key, expected);
        }
        Response answer = request.apply(key);
        assertEquals(expected, answer.statusCode(), () -> step + ": " + answer.asString());
        if (luck < 7) {
            Response again = request.apply(key);
            assertEquals(expected, again.statusCode(), () -> "again at " + step + ": " + again.asString());
            if (expected < 300) {
                assertEquals(answer.<String>path("id"), again.path("id"), step);
            }
        }
        return answer;
    }

    private Response sentTwiceAtOnce(Function<String, Response> request, String key, int expected) throws Exception {
        Callable<Response> one = () -> request.apply(key);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Response> each : people.invokeAll(List.of(one, one))) {
                Response answer = each.get();
                assertTrue(
                        answer.statusCode() == expected || answer.asString().contains("request-in-progress"),
                        () -> "twice at " + step + ": " + answer.asString());
            }
        }
        Response answer = request.apply(key);
        assertEquals(expected, answer.statusCode(), () -> "once more at " + step + ": " + answer.asString());
        return answer;
    }

    /// The connection breaks when the money is booked; nothing of it may stay. What books no money is not cut off.
    private static void cutOff(Callable<Response> request) throws Exception {
        execute("""
                create or replace function cut_in_the_model() returns trigger language plpgsql security definer as $$
                begin
                    perform pg_terminate_backend(pg_backend_pid());
                    return null;
                end
                $$;
                create or replace trigger cut_in_the_model after insert on transfer
                    for each row execute function cut_in_the_model()
                """);
        try {
            request.call();
        } finally {
            execute("drop trigger cut_in_the_model on transfer");
        }
    }

    private static void execute(String statement) {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static @Nullable LocalDate closedAlready() {
        String last = as("CHAIR", QNG)
                .get(PERIODS + "?limit=200&unit=" + QNG.id())
                .jsonPath()
                .getString("items.findAll { it.unitId == '%s' && it.status == 'CLOSED' }.lastDay.max()"
                        .formatted(QNG.id()));
        return last == null ? null : LocalDate.parse(last);
    }

    private Map<String, Object> decision() {
        return Map.of(
                "decision", Map.of("number", "12/NQ-BCH", "date", first.atDay(1).toString()));
    }

    private static Line outOf(LocalDate date, String method, long amount) {
        return new Line(date, method.equals("CASH") ? -amount : 0, method.equals("CASH") ? 0 : -amount);
    }

    private static Map<String, @Nullable Object> on(LocalDate date, Map<String, @Nullable Object> form) {
        form.put("date", date.toString());
        return form;
    }

    /// Of the months that this is played in.
    private LocalDate anyDay() {
        LocalDate day = first.atDay(1);
        return day.plusDays(
                random.nextInt((int) (first.plusMonths(MONTHS).atDay(1).toEpochDay() - day.toEpochDay())));
    }

    private <T> T anyOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
