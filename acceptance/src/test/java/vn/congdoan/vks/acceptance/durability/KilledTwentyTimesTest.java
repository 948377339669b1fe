package vn.congdoan.vks.acceptance.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.durability.MoneyWriters.Movement;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.PartLine;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Waiting;

/// The service that keeps the books and its database are killed again and again while many give and pay: what was
/// acknowledged is there once, anything else at most once, and the books balance.
@ExtendWith(SystemUnderTest.class)
@Order(92)
class KilledTwentyTimesTest {

    private static final int KILLS_OF_EACH = Integer.getInteger("killsOfEach", 10);
    private static final long SEED = Long.getLong("seed", 20_261_124);
    private static final int WRITERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final World world;
    private final LocalSystem system;
    private final Random random = new Random(SEED);
    private volatile String token = "";

    KilledTwentyTimesTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
    }

    @Test
    void what_was_acknowledged_is_there_once_and_the_rest_at_most_once() throws Exception {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertEquals(List.of("on"), list("show " + setting), setting);
        }
        Account accountant = world.own().holder("ACCOUNTANT");
        token = accountant.token();
        String fund = world.own().records().filledFund(world.own().group());
        Movement first = new Movement(false, 5_000_000);
        List<String> victims = new ArrayList<>(Collections.nCopies(KILLS_OF_EACH, "welfare"));
        victims.addAll(Collections.nCopies(KILLS_OF_EACH, "postgres"));
        Collections.shuffle(victims, random);

        MoneyWriters writers = new MoneyWriters(WRITERS, SEED, world.gateway(), () -> token, fund);
        try (writers) {
            for (String victim : victims) {
                awaitMore(writers, 5 + random.nextInt(40));
                token = accountant.token();
                kill(victim);
                system.dev("up", "--built", victim).requireSuccess();
            }
            awaitMore(writers, 50);
        }

        assertEquals(List.of(), writers.wrong(), this::seed);
        List<Movement> booked = booked(fund);
        Set<Movement> once = new HashSet<>(booked);
        assertEquals(booked.size(), once.size(), () -> "booked twice" + seed());
        Set<Movement> asked = new HashSet<>(writers.tried());
        asked.add(first);
        assertTrue(asked.containsAll(once), () -> "nobody asked for it" + seed());
        Set<Movement> lost = new HashSet<>(writers.acknowledged());
        lost.add(first);
        lost.removeAll(once);
        assertEquals(Set.of(), lost, () -> "acknowledged and lost" + seed());
        assertTrue(writers.repeated() > 0, () -> "nobody had to ask again" + seed());
        assertBalanced(fund, booked);
        System.out.printf(
                "Killed %d times: %d asked for, %d acknowledged (%d after repeating), %d booked%n",
                victims.size(), asked.size(), writers.acknowledged().size(), writers.repeated(), booked.size());
    }

    private void assertBalanced(String fund, List<Movement> booked) throws SQLException {
        long held = booked.stream()
                .mapToLong(each -> each.isPayment() ? -each.amount() : each.amount())
                .sum();
        assertEquals(
                List.of(Long.toString(held)),
                list("select sum(balance) from account_balance where kind in ('CASH', 'BANK') and fund_id = '" + fund
                        + "'"),
                this::seed);
        assertEquals(List.of(), list("""
                        select account_id from account_balance left join posting using (account_id)
                        group by account_id, balance having balance <> coalesce(sum(amount), 0)
                        union all
                        select transfer_id from posting group by transfer_id having sum(amount) <> 0
                        union all
                        select account_id from account_balance where balance < 0 and kind in ('CASH', 'BANK')
                        """), this::seed);
        assertEquals(List.of(), list("""
                        select transfer_id from transfer left join contribution using (transfer_id)
                        where transfer.fund_id = '%s' and (transfer.kind = 'CONTRIBUTION') <> (contribution_id is not null)
                        """.formatted(fund)), this::seed);
        // Told to others, and in the chain, once each.
        assertTrue(
                Waiting.until(() -> linked(fund) == booked.size(), PATIENCE),
                () -> linked(fund) + " of " + booked.size() + " are in the chain" + seed());
        assertEquals(List.of(), list("""
                        select transfer_id from transfer
                        where fund_id = '%s' and 1 <> (
                            select count(*) from change where aggregate_id = transfer_id and aggregate_type = 'transfer')
                        """.formatted(fund)), this::seed);
    }

    private List<Movement> booked(String fund) throws SQLException {
        return list("select kind || ' ' || money_in + money_out from transfer where fund_id = '" + fund + "'").stream()
                .map(each -> each.split(" ", 2))
                .map(each -> new Movement(each[0].equals("EXPENSE"), Long.parseLong(each[1])))
                .toList();
    }

    private long linked(String fund) {
        try {
            return Long.parseLong(list("select count(*) from proof_link where fund_id = '" + fund + "'")
                    .getFirst());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void awaitMore(MoneyWriters writers, int more) {
        int now = writers.acknowledged().size();
        assertTrue(
                Waiting.until(() -> writers.acknowledged().size() >= now + more, PATIENCE),
                () -> "stuck: " + writers.wrong() + seed());
    }

    /// With everything that it started.
    private void kill(String part) {
        long pid = system.status().stream()
                .filter(line -> line.name().equals(part))
                .findFirst()
                .map(PartLine::pid)
                .orElseThrow();
        List<ProcessHandle> processes = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        assertTrue(
                Waiting.until(() -> processes.stream().noneMatch(ProcessHandle::isAlive), PATIENCE),
                () -> part + " is still alive" + seed());
    }

    private String seed() {
        return " (-Dseed=" + SEED + ")";
    }

    private List<String> list(String query) throws SQLException {
        try (Connection connection = system.postgres().connect("welfare");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }
}
