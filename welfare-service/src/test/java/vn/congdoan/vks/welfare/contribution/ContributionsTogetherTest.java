package vn.congdoan.vks.welfare.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// Contributions that come at the same time share a transaction, and nothing else.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ContributionsTogetherTest {

    private static final int MANY = 40;
    private static final long PATIENCE_SECONDS = 30;

    @Inject
    Sql sql;

    @Test
    void many_at_once_share_transactions() throws Exception {
        String fund = fund(QNG);
        List<Response> answers = atOnce(each -> give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1 + each)));
        assertTrue(answers.stream().allMatch(each -> each.statusCode() == 201));
        assertEquals(MANY * (MANY + 1) / 2, balance(QNG, fund));
        assertEquals(MANY, number("select count(*) from transfer where fund_id = ?", fund));
        assertTrue(number("select count(distinct booked_in) from transfer where fund_id = ?", fund) < MANY);
    }

    @Test
    void one_that_is_refused_takes_none_of_the_others_with_it() throws Exception {
        String fund = fund(QNG);
        List<String> keys = new ArrayList<>();
        for (int key = 0; key < MANY / 2; key++) {
            keys.add(UUID.randomUUID().toString());
        }
        // Under each key two that are not equal.
        List<Response> answers =
                atOnce(each -> give(as("ACCOUNTANT", QNG), keys.get(each / 2), contribution(fund, QNG, 1 + each)));
        long booked = 0;
        for (int key = 0; key < MANY / 2; key++) {
            Response one = answers.get(2 * key);
            Response other = answers.get(2 * key + 1);
            Response taken = one.statusCode() == 201 ? one : other;
            Response refused = one.statusCode() == 201 ? other : one;
            assertEquals(201, taken.statusCode(), taken.asString());
            assertTrue(List.of(409, 422).contains(refused.statusCode()), refused.asString());
            booked += taken.jsonPath().getLong("amount");
        }
        assertEquals(booked, balance(QNG, fund));
        assertEquals(MANY / 2, number("select count(*) from transfer where fund_id = ?", fund));
    }

    @Test
    void each_is_told_of_as_its_own_accounts_doing() throws Exception {
        List<Organization> unions = List.of(QNG, NAN);
        List<String> funds = List.of(fund(QNG), fund(NAN));
        List<Response> answers = atOnce(each -> {
            Organization union = unions.get(each % 2);
            return give(as("ACCOUNTANT", union), contribution(funds.get(each % 2), union, 1));
        });
        assertTrue(answers.stream().allMatch(each -> each.statusCode() == 201));
        for (String fund : funds) {
            String actor = text("select min(actor) from transfer where fund_id = ?", fund);
            assertEquals(actor, text("select max(actor) from transfer where fund_id = ?", fund));
            assertEquals(MANY / 2, number("""
                            select count(*) from contribution join audit_entry on resource_id = contribution_id
                            where fund_id = ? and issuer || '/' || subject = ?
                            """, fund, actor));
            assertEquals(MANY / 2, number("""
                            select count(*) from (
                                select aggregate_id, actor from change union all select aggregate_id, actor from change_pending
                            ) told join contribution on aggregate_id = contribution_id where fund_id = ? and told.actor = ?
                            """, fund, actor));
        }
        assertEquals(
                2,
                sql.one(
                                "select count(distinct actor) from transfer where fund_id = any (?)",
                                row -> row.getInt(1),
                                (Object) funds.stream().map(UUID::fromString).toArray(UUID[]::new))
                        .orElseThrow());
    }

    @Test
    void a_fund_whose_balances_somebody_holds_stops_no_other() throws Exception {
        String held = fund(QNG);
        List<String> others = List.of(fund(QNG), fund(QNG), fund(QNG), fund(QNG));
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder =
                    threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        RunTimeRole.asOwner(
                                sql,
                                () -> sql.list(
                                        "select from account_balance where fund_id = ? order by account_id for update",
                                        row -> true,
                                        UUID.fromString(held)));
                        holding.countDown();
                        await(letGo);
                    }));
            await(holding);
            Future<Response> waiting = threads.submit(() -> give(as("ACCOUNTANT", QNG), contribution(held, QNG, 1)));
            for (String other : others) {
                assertEquals(
                        201,
                        give(as("ACCOUNTANT", QNG), contribution(other, QNG, 1)).statusCode());
            }
            assertEquals(0, number("select count(*) from transfer where fund_id = ?", held));
            letGo.countDown();
            holder.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertEquals(201, waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode());
        }
        assertEquals(1, balance(QNG, held));
    }

    private long number(String query, String fund) {
        return sql.one(query, row -> row.getLong(1), UUID.fromString(fund)).orElseThrow();
    }

    private long number(String query, String fund, String actor) {
        return sql.one(query, row -> row.getLong(1), UUID.fromString(fund), actor)
                .orElseThrow();
    }

    private String text(String query, String fund) {
        return sql.one(query, row -> row.getString(1), UUID.fromString(fund)).orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<Response> atOnce(IntFunction<Response> work) throws Exception {
        CountDownLatch start = new CountDownLatch(MANY);
        List<Response> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> asked = new ArrayList<>();
            for (int each = 0; each < MANY; each++) {
                int number = each;
                asked.add(threads.submit(() -> {
                    start.countDown();
                    await(start);
                    return work.apply(number);
                }));
            }
            for (Future<Response> each : asked) {
                answers.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        }
        return answers;
    }
}
