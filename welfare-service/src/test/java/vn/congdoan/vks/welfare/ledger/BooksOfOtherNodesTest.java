package vn.congdoan.vks.welfare.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.entries;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.welfare.MoneyRequests;
import vn.congdoan.vks.welfare.contribution.ContributionState;
import vn.congdoan.vks.welfare.fund.FundState;

/// The books of another node's fund are kept by the same rules as our own, save for what can only be proven at
/// home.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class BooksOfOtherNodesTest {

    private static final String CASH_IN =
            "{'account': 'CASH', 'amount': %1$d}, {'account': 'INCOME', 'code': '%2$s', 'amount': -%1$d}";

    private static final String ALL_AS_ONE = """
            with gone as (delete from posting where transfer_id = any (?)) delete from transfer where transfer_id = any (?)
            """;

    @Inject
    @Any
    Instance<Replica> replicas;

    @Inject
    Sql sql;

    private final UUID fund = UUID.randomUUID();

    private record Told(UUID id, String state) {}

    @BeforeEach
    void a_fund_of_another_node() {
        apply(FundState.TYPE, new Told(fund, """
                {'unitId': '%s', 'kind': 'POOR', 'name': 'Quỹ %s', 'passThrough': false, 'purposes': ['OTHER', 'HOUSE'],
                 'opensOn': '2020-01-01', 'takesOutsideDonors': true}
                """.formatted(QNG.id(), fund)));
    }

    @AfterEach
    void the_books_are_in_order_and_go_with_their_fund() {
        BooksInOrder.check(sql);
        withdraw(FundState.TYPE, fund);
        as("CHAIR", VKSTC).get(FUNDS + "/" + fund).then().statusCode(404);
        for (String table : List.of(
                "fund", "account", "account_balance", "transfer", "contribution", "proof_link", "books_check")) {
            assertEquals(0, count("select count(*) from %s where fund_id = ?".formatted(table), fund), table);
        }
        for (String table : List.of("posting", "account_day")) {
            assertEquals(
                    0,
                    count("select count(*) from %s where account_id not in (select account_id from account)"
                            .formatted(table)),
                    table);
        }
    }

    @Test
    void is_shown_like_our_own_without_what_stays_at_home() {
        Told money = contribution("2023-01-02", 100);
        Told given = given(money, "2023-01-02", 100, "CASH");
        Told spent = expense("2023-01-03", 40);
        apply(ContributionState.TYPE, given);
        apply(TransferState.TYPE, money, spent);
        for (var reader : List.of(as("ACCOUNTANT", QNG), as("CHAIR", VKSTC))) {
            reader.get(FUNDS + "/" + fund)
                    .then()
                    .statusCode(200)
                    .body("balance", equalTo(60))
                    .body("purposes", equalTo(List.of("OTHER", "HOUSE")));
        }
        for (var reader : List.of(as("ACCOUNTANT", QNG), as("CHAIR", VKSTC))) {
            reader.get(CONTRIBUTIONS + "/" + given.id())
                    .then()
                    .statusCode(200)
                    .body("donor", hasEntry("kind", "OUTSIDE"))
                    .body("donor", not(hasKey("name")))
                    .body("recordedAt", equalTo("2023-02-01T00:00:00Z"));
        }
        for (var reader : List.of(as("ACCOUNTANT", QNG), as("CHAIR", VKSTC))) {
            reader.get(entries(fund.toString()) + "/" + spent.id())
                    .then()
                    .statusCode(200)
                    .body("amount", equalTo(40))
                    .body("bookedAt", equalTo("2023-01-03T02:00:00.123456Z"))
                    .body("$", not(hasKey("text")));
        }
        for (var reader : List.of(as("ACCOUNTANT", QNG), as("CHAIR", VKSTC))) {
            reader.get(FUNDS + "/" + fund + "/statement?to=2023-12-31")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(2))
                    .body("items[0].contributionId", equalTo(given.id().toString()))
                    .body("items[1].balance", equalTo(60))
                    .body("closingBalance", equalTo(60));
        }
    }

    @Test
    void what_is_here_already_changes_nothing() {
        Told income = income("2023-01-02", 100);
        apply(TransferState.TYPE, income);
        apply(TransferState.TYPE, income, expense("2023-01-02", 30));
        apply(TransferState.TYPE, income);
        assertEquals(70, balance(QNG, fund.toString()));
    }

    @Test
    void a_batch_is_proven_as_a_whole_in_whatever_order_it_is_written() {
        apply(TransferState.TYPE, expense("2023-03-01", 100), expense("2023-02-01", 50), income("2023-01-31", 150));
        assertEquals(0, balance(QNG, fund.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "transfer_is_balanced, INCOME, OTHER, -99",
        "transfer_has_two_sides, INCOME, NOTHING, -100",
        "transfer_between_its_accounts, INCOME, MEMBER, -100",
        "transfer_between_its_accounts, EXPENSE, OTHER, -100",
        "transfer_has_two_sides, PASS_THROUGH, OTHER, -100",
        "transfer_moves_as_its_kind, BANK, , -100"
    })
    void takes_no_transfer_that_is_none(String rule, String account, @Nullable String code, long amount) {
        Told income = income("2023-01-02", 100);
        String wrong = income.state()
                .replace(
                        "'INCOME', 'code': 'OTHER', 'amount': -100",
                        "'%s', %s'amount': %d"
                                .formatted(account, code == null ? "" : "'code': '%s', ".formatted(code), amount));
        refused(rule, () -> apply(TransferState.TYPE, new Told(income.id(), wrong)));
        assertEquals(0, balance(QNG, fund.toString()));
    }

    @Test
    void takes_none_without_postings_or_of_a_fund_that_is_not_here() {
        Told income = income("2023-01-02", 100);
        refused(
                "transfer_moves_as_its_kind",
                () -> apply(
                        TransferState.TYPE,
                        new Told(income.id(), income.state().replaceAll("'postings': \\[.*]", "'postings': []"))));
        refused(
                "transfer_has_postings",
                () -> apply(
                        TransferState.TYPE,
                        new Told(
                                income.id(),
                                income.state()
                                        .replace(
                                                fund.toString(),
                                                UUID.randomUUID().toString()))));
    }

    @Test
    void the_links_of_what_goes_go_with_it() {
        Told income = income("2023-01-02", 100);
        apply(TransferState.TYPE, income);
        sql.change(
                "insert into proof_link (fund_id, number, transfer_id, hash) values (?, 1, ?, sha256('x'))",
                fund,
                income.id());
        assertEquals(1, count("select count(*) from proof_link where fund_id = ?", fund));
    }

    @Test
    void takes_what_takes_back_another_one_with_it_or_after_it() {
        Told income = income("2023-01-02", 100);
        Told expense = expense("2023-01-03", 40);
        apply(TransferState.TYPE, back(income, "2023-01-04"), income);
        apply(TransferState.TYPE, income("2023-01-02", 50), expense);
        apply(TransferState.TYPE, back(expense, "2023-01-05"));
        assertEquals(50, balance(QNG, fund.toString()));
    }

    @Test
    void takes_nothing_back_but_what_is_here_and_whole() {
        Told income = income("2023-01-02", 100);
        apply(TransferState.TYPE, income, income("2023-01-02", 300));
        refused(
                "transfer_takes_back",
                () -> apply(
                        TransferState.TYPE,
                        new Told(
                                UUID.randomUUID(),
                                back(income, "2023-01-04")
                                        .state()
                                        .replace("'amount': 100", "'amount': 99")
                                        .replace("'amount': -100", "'amount': -99"))));
        refused(
                "transfer_reverses_fkey",
                () -> apply(TransferState.TYPE, back(income("2023-01-02", 100), "2023-01-04")));
        assertEquals(400, balance(QNG, fund.toString()));
    }

    @Test
    void no_day_ends_below_zero_after_a_batch() {
        apply(TransferState.TYPE, income("2023-01-02", 100));
        refused("account_balance_not_negative", () -> apply(TransferState.TYPE, expense("2023-01-01", 1)));
        refused(
                "account_balance_not_negative",
                () -> apply(
                        TransferState.TYPE,
                        expense("2023-05-01", 1),
                        expense("2023-02-01", 101),
                        income("2023-02-02", 100)));
        refused("account_balance_not_negative", () -> apply(TransferState.TYPE, expense("2023-02-01", 101)));
        assertEquals(100, balance(QNG, fund.toString()));
    }

    @Test
    void a_contribution_and_its_money_may_come_one_after_the_other_in_either_order() {
        Told early = contribution("2023-01-02", 100);
        apply(TransferState.TYPE, early);
        apply(ContributionState.TYPE, given(early, "2023-01-02", 100, "CASH"));
        Told late = contribution("2023-01-03", 20);
        apply(ContributionState.TYPE, given(late, "2023-01-03", 20, "CASH"));
        apply(TransferState.TYPE, late);
        assertEquals(120, balance(QNG, fund.toString()));
    }

    @ParameterizedTest
    @CsvSource({"2023-01-03, 100, CASH", "2023-01-02, 99, CASH", "2023-01-02, 100, BANK"})
    void whichever_comes_last_fits_the_other(String day, long amount, String method) {
        Told money = contribution("2023-01-02", 100);
        apply(ContributionState.TYPE, given(money, day, amount, method));
        refused("transfer_has_its_contribution", () -> apply(TransferState.TYPE, money));
        Told other = contribution("2023-01-02", 100);
        apply(TransferState.TYPE, other);
        refused(
                "contribution_has_its_transfer",
                () -> apply(ContributionState.TYPE, given(other, day, amount, method)));
    }

    @Test
    void a_contribution_of_money_that_is_no_contribution_is_refused() {
        Told income = income("2023-01-02", 100);
        apply(TransferState.TYPE, income);
        refused(
                "contribution_has_its_transfer",
                () -> apply(ContributionState.TYPE, given(income, "2023-01-02", 100, "CASH")));
    }

    @Test
    void a_transfer_goes_with_all_others_of_its_fund_only() {
        Told income = income("2023-01-02", 100);
        Told expense = expense("2023-01-03", 30);
        apply(TransferState.TYPE, income, expense);
        refused("transfer_goes_with_its_fund", () -> withdraw(TransferState.TYPE, expense.id()));
        assertEquals(70, balance(QNG, fund.toString()));
        withdraw(TransferState.TYPE, expense.id(), income.id());
        assertEquals(0, balance(QNG, fund.toString()));
        apply(TransferState.TYPE, income);
        assertEquals(100, balance(QNG, fund.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from posting where transfer_id = any (?)",
                "delete from account where account_id in (select account_id from posting where transfer_id = any (?))",
                "delete from account_balance where account_id in ("
                        + "select account_id from posting where transfer_id = any (?))",
                "update posting set amount = -amount where transfer_id = any (?)",
                "update transfer set money_in = 7 where transfer_id = any (?)",
                "update account_balance set balance = 7 where account_id in ("
                        + "select account_id from posting where transfer_id = any (?))",
                "update contribution set amount = 7 where transfer_id = any (?)"
            })
    void even_while_applying_the_books_stay_whole(String statement) {
        Told money = contribution("2023-01-02", 100);
        apply(TransferState.TYPE, money);
        apply(ContributionState.TYPE, given(money, "2023-01-02", 100, "CASH"));
        UUID[] ids = {money.id()};
        refused(
                "",
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    sql.one("select set_config('vks.applying', 'on', true)", row -> row.getString(1));
                    RunTimeRole.asOwner(sql, () -> sql.change(statement, (Object) ids));
                }));
        assertEquals(100, balance(QNG, fund.toString()));
    }

    @Test
    void without_being_told_the_database_takes_nothing_for_a_replica() {
        Told income = income("2023-01-02", 100);
        apply(TransferState.TYPE, income);
        UUID[] ids = {income.id()};
        refused(
                "append-only",
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> RunTimeRole.asOwner(sql, () -> sql.change(ALL_AS_ONE, ids, ids))));
        refused("transfer_is_booked_now", () -> copy("now()", "null"));
        refused("transfer_has_an_actor", () -> copy("null", "null"));
        refused(
                "transfer_is_booked_now",
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    sql.one("select set_config('vks.applying', 'on', true)", row -> row.getString(1));
                    copy("null", "'somebody'");
                }));
        QuarkusTransaction.begin();
        copy("null", "'another instance'");
        QuarkusTransaction.rollback();
    }

    @Test
    void what_was_booked_here_stays_whoever_asks_for_its_withdrawal() {
        String own = fund(QNG);
        String given = give(as("ACCOUNTANT", QNG), MoneyRequests.contribution(own, QNG, 5))
                .path("id");
        String booked =
                post(as("ACCOUNTANT", QNG), own, MoneyRequests.expense(5)).path("id");
        refused("append-only", () -> withdraw(FundState.TYPE, UUID.fromString(own)));
        refused("append-only", () -> withdraw(ContributionState.TYPE, UUID.fromString(given)));
        refused("append-only", () -> withdraw(TransferState.TYPE, UUID.fromString(booked)));
    }

    @Test
    void what_comes_between_two_pages_of_a_statement_is_not_in_it() {
        apply(TransferState.TYPE, income("2023-01-02", 100), expense("2023-01-03", 10), expense("2023-01-05", 10));
        String statement = FUNDS + "/" + fund + "/statement?to=2023-12-31&limit=1";
        String next = as("CHAIR", QNG).get(statement).path("next");
        apply(TransferState.TYPE, expense("2023-01-04", 7));
        as("CHAIR", QNG)
                .queryParam("cursor", next)
                .get(statement.replace("limit=1", "limit=5"))
                .then()
                .statusCode(200)
                .body("items.amountOut", equalTo(List.of(10, 10)))
                .body("closingBalance", equalTo(80));
    }

    /// Books the same again, as if it had not come from another node.
    private void copy(String keptSince, String actor) {
        sql.change("""
                with head as (
                    insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, actor, money_in, money_out,
                        kept_since)
                    select uuidv7(), fund_id, value_date, now(), kind, %s, money_in, money_out, %s
                    from transfer where fund_id = ? limit 1
                    returning transfer_id, fund_id, money_in
                )
                insert into posting (transfer_id, line, account_id, amount)
                select transfer_id, line, account_id, money_in * sign
                from head cross join (values (1, 'CASH', 1), (2, 'INCOME/OTHER', -1)) as side (line, name, sign)
                join account using (fund_id, name)
                """.formatted(actor, keptSince), fund);
    }

    private Told income(String day, long amount) {
        return transfer("INCOME", "null", day, CASH_IN.formatted(amount, "OTHER"));
    }

    private Told contribution(String day, long amount) {
        return transfer("CONTRIBUTION", "null", day, CASH_IN.formatted(amount, "OUTSIDE"));
    }

    private Told expense(String day, long amount) {
        return transfer(
                "EXPENSE",
                "'OTHER'",
                day,
                "{'account': 'EXPENSE', 'code': 'OTHER', 'amount': %1$d}, {'account': 'CASH', 'amount': -%1$d}"
                        .formatted(amount));
    }

    /// What takes back an income or an expense.
    private static Told back(Told original, String day) {
        return new Told(
                UUID.randomUUID(),
                original.state()
                        .replaceAll("'amount': (\\d)", "'amount': +$1")
                        .replace("'amount': -", "'amount': ")
                        .replace("'amount': +", "'amount': -")
                        .replaceAll("2023-\\d\\d-\\d\\d", day)
                        .replace("'kind'", "'reverses': '%s', 'kind'".formatted(original.id())));
    }

    private Told transfer(String kind, String purpose, String day, String postings) {
        return new Told(UUID.randomUUID(), """
                {'fundId': '%1$s', 'kind': '%2$s', 'purpose': %3$s, 'date': '%4$s',
                 'bookedAt': '%4$sT02:00:00.123456Z', 'postings': [%5$s]}
                """.formatted(fund, kind, purpose, day, postings));
    }

    /// As it was published before it told when it was recorded.
    private Told given(Told money, String day, long amount, String method) {
        return new Told(UUID.randomUUID(), """
                {'unitId': '%s', 'fundId': '%s', 'transferId': '%s', 'date': '%s', 'amount': %d, 'method': '%s',
                 'donor': {'kind': 'OUTSIDE'}}
                """.formatted(QNG.id(), fund, money.id(), day, amount, method));
    }

    private void apply(AggregateType type, Told... told) {
        String taken = Arrays.stream(told)
                .map(each -> """
                        {'id': '%s', 'version': 0, 'owner': '%s', 'recorded': '2023-02-01T00:00:00Z', 'state': %s}
                        """.formatted(each.id(), QNG.id(), each.state()))
                .collect(Collectors.joining(",", "[", "]"))
                .replace('\'', '"');
        QuarkusTransaction.requiringNew().run(() -> replica(type).apply(taken));
    }

    private void withdraw(AggregateType type, UUID... ids) {
        QuarkusTransaction.requiringNew().run(() -> replica(type).withdraw(ids));
    }

    private Replica replica(AggregateType type) {
        return replicas.stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String rule, Runnable work) {
        RuntimeException refused = assertThrows(RuntimeException.class, work::run);
        assertTrue(String.valueOf(refused.getMessage()).contains(rule), refused.getMessage());
    }

    private long count(String query, Object... values) {
        return sql.one(query, row -> row.getLong(1), values).orElseThrow();
    }
}
