package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// Many who write to the books of one fund at once.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ManyWritersTest {

    private static final int WRITERS = 32;
    private static final int ROUNDS = 8;

    @Inject
    Sql sql;

    @Test
    void of_32_writers_on_one_fund_none_is_lost_and_none_fails() throws Exception {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, WRITERS * ROUNDS))
                .then()
                .statusCode(201);
        long deadlocks = deadlocks();
        List<Integer> statuses = atOnce(WRITERS, writer -> {
                    List<Integer> own = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        // Half of them lock cash first and bank after it, the others the other way round, were it not
                        // for ids.
                        own.add(give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 10))
                                .statusCode());
                        own.add(post(
                                        as("ACCOUNTANT", QNG),
                                        fund,
                                        writer % 2 == 0 || round == 0
                                                ? entry("BANK_DEPOSIT", 1, null, null)
                                                : entry("BANK_WITHDRAWAL", 1, null, null))
                                .statusCode());
                        own.add(post(as("ACCOUNTANT", QNG), fund, expense(1)).statusCode());
                    }
                    return own;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        List<Integer> refusals = statuses.stream().filter(each -> each != 201).toList();
        assertTrue(refusals.isEmpty(), refusals.toString());
        assertEquals(WRITERS * ROUNDS * (1 + 10 - 1L), balance(QNG, fund));
        assertEquals(3L * WRITERS * ROUNDS + 1, transfers(fund));
        assertEquals(deadlocks, deadlocks());
        BooksInOrder.check(sql);
    }

    @Test
    void of_many_who_want_the_last_of_it_only_as_many_get_it_as_there_is() throws Exception {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 10)).then().statusCode(201);
        List<Integer> statuses = atOnce(
                WRITERS, writer -> post(as("ACCOUNTANT", QNG), fund, expense(1)).statusCode());
        assertEquals(10, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(WRITERS - 10, Collections.frequency(statuses, 409), statuses.toString());
        assertEquals(0, balance(QNG, fund));
        assertEquals(11, transfers(fund));
        BooksInOrder.check(sql);
    }

    @Test
    void past_the_gate_the_database_alone_keeps_cash_from_going_below_zero() throws Exception {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 10)).then().statusCode(201);
        String spend = """
                with head as (
                    insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, actor, money_in,
                        money_out)
                    values (uuidv7(), ?, '2023-11-20', now(), 'EXPENSE', 'OTHER', 'another instance', 0, 1)
                    returning transfer_id, fund_id
                )
                insert into posting (transfer_id, line, account_id, amount)
                select transfer_id, line, account_id, amount
                from head cross join (values (1, 'EXPENSE/OTHER', 1), (2, 'CASH', -1)) as side (line, name, amount)
                join account using (fund_id, name)
                """;
        List<Boolean> done = atOnce(WRITERS, writer -> {
            try {
                return sql.change(spend, UUID.fromString(fund)) == 2;
            } catch (jakarta.persistence.PersistenceException refused) {
                assertTrue(String.valueOf(refused.getMessage()).contains("account_balance_not_negative"));
                return false;
            }
        });
        assertEquals(10, Collections.frequency(done, true));
        assertEquals(0, balance(QNG, fund));
        BooksInOrder.check(sql);
    }

    @Test
    void of_twenty_under_one_key_one_is_booked_and_the_others_are_answered_alike_or_told_to_wait() throws Exception {
        String fund = fund(QNG);
        String key = UUID.randomUUID().toString();
        Map<String, @Nullable Object> form = contribution(fund, QNG, 7);
        List<Response> answers = atOnce(20, each -> give(as("ACCOUNTANT", QNG), key, form));
        List<String> bodies = answers.stream()
                .filter(each -> each.statusCode() == 201)
                .map(each -> each.header("Location") + each.header("ETag") + each.asString())
                .distinct()
                .toList();
        assertEquals(1, bodies.size(), bodies.toString());
        answers.stream().filter(each -> each.statusCode() != 201).forEach(each -> {
            Refusal.of(each, 409, "request-in-progress");
            each.then().header("Retry-After", "1");
        });
        assertEquals(7, balance(QNG, fund));
        assertEquals(1, transfers(fund));
        Refusal.of(
                give(as("ACCOUNTANT", QNG), key, contribution(fund, QNG, 8)),
                422,
                "rule-broken",
                "Idempotency-Key",
                "key-of-another-request");
        give(as("ACCOUNTANT", QNG), key, form).then().statusCode(201);
        assertEquals(7, balance(QNG, fund));
    }

    @Test
    void of_twenty_under_one_id_one_is_booked() throws Exception {
        String fund = fund(QNG);
        String path = CONTRIBUTIONS + "/" + UUID.randomUUID();
        List<Integer> statuses = atOnce(
                20,
                each -> put(as("ACCOUNTANT", QNG), path, contribution(fund, QNG, 7))
                        .statusCode());
        assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(19, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, balance(QNG, fund));
    }

    @Test
    void of_twenty_equal_entries_under_one_id_one_is_booked() throws Exception {
        String fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 7)).then().statusCode(201);
        String path = entries(fund) + "/" + UUID.randomUUID();
        List<Integer> statuses =
                atOnce(20, each -> put(as("ACCOUNTANT", QNG), path, expense(1)).statusCode());
        assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(19, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(6, balance(QNG, fund));
    }

    @Test
    void of_many_who_want_what_was_there_on_an_earlier_day_only_as_many_get_it_as_there_was() throws Exception {
        String fund = fund(QNG);
        Map<String, @Nullable Object> early = contribution(fund, QNG, 10);
        early.put("date", "2022-02-01");
        give(as("ACCOUNTANT", QNG), early).then().statusCode(201);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 100)).then().statusCode(201);
        List<Integer> statuses = atOnce(WRITERS, writer -> {
            Map<String, @Nullable Object> form = expense(1);
            form.put("date", "2022-03-%02d".formatted(1 + writer % 28));
            return post(as("ACCOUNTANT", QNG), fund, form).statusCode();
        });
        assertEquals(10, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(WRITERS - 10, Collections.frequency(statuses, 409), statuses.toString());
        assertEquals(100, balance(QNG, fund));
        BooksInOrder.check(sql);
    }

    @Test
    void money_moves_under_a_key_only() {
        String fund = fund(QNG);
        var contribution = as("ACCOUNTANT", QNG).contentType("application/json").body(contribution(fund, QNG, 7));
        Refusal.of(contribution.post(CONTRIBUTIONS), 400, "invalid-request", "Idempotency-Key", "required");
        var expense = as("ACCOUNTANT", QNG).contentType("application/json").body(expense(7));
        Refusal.of(
                expense.post("/api/v1/funds/" + fund + "/entries"),
                400,
                "invalid-request",
                "Idempotency-Key",
                "required");
        assertEquals(0, balance(QNG, fund));
    }

    @Test
    void a_payment_that_was_refused_may_be_tried_again_under_its_key() {
        String fund = fund(QNG);
        String key = UUID.randomUUID().toString();
        Refusal.of(spend(fund, key), 409, "insufficient-funds");
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 7)).then().statusCode(201);
        spend(fund, key).then().statusCode(201);
        spend(fund, key).then().statusCode(201);
        assertEquals(2, balance(QNG, fund));
    }

    private static Response spend(String fund, String key) {
        return as("ACCOUNTANT", QNG)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(expense(5))
                .post("/api/v1/funds/" + fund + "/entries");
    }

    private long deadlocks() {
        return sql.one(
                        "select deadlocks from pg_stat_database where datname = current_database()",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private long transfers(String fund) {
        return sql.one("select count(*) from transfer where fund_id = ?", row -> row.getLong(1), UUID.fromString(fund))
                .orElseThrow();
    }

    private static <T> List<T> atOnce(int many, IntFunction<T> work) throws Exception {
        CountDownLatch start = new CountDownLatch(many);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int each = 0; each < many; each++) {
                int number = each;
                Callable<T> task = () -> {
                    start.countDown();
                    start.await();
                    return work.apply(number);
                };
                running.add(threads.submit(task));
            }
            for (Future<T> each : running) {
                results.add(each.get());
            }
        }
        return results;
    }
}
