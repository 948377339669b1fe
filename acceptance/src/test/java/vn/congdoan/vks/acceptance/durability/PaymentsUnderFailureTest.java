package vn.congdoan.vks.acceptance.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.system.Finished;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Waiting;

/// Payments of a support programme while everything is killed.
@ExtendWith(SystemUnderTest.class)
@Order(91)
class PaymentsUnderFailureTest {

    private static final int PEOPLE = 5_000;
    private static final int AT_ONCE = 100;
    private static final int EACH = 10;

    /// The same in every stroke: a repeated request is an equal one.
    private final ObjectNode payment = Forms.programmeStep("pay", "");

    private final World world;
    private final LocalSystem system;

    PaymentsUnderFailureTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
    }

    @Test
    void a_programme_for_five_thousand_that_is_killed_halfway_and_resumed_pays_each_once() throws Exception {
        Union own = world.own();
        enrol(own.otherSection());
        Made programme = own.records().programme(own.otherSection(), "approve");
        String fund = programme.json().path("fundId").asText();
        int listed = world.gateway()
                .send(
                        Call.get("/api/v1/support-programmes/" + programme.id()),
                        own.holder("INSPECTOR").token())
                .require(200)
                .json()
                .path("listed")
                .asInt();
        assertTrue(listed >= PEOPLE, listed + " listed");
        long held = balance(fund);

        pay(programme, Forms.id());
        pay(programme, Forms.id());
        String underWay = Forms.id();
        Thread third = Thread.ofVirtual().start(() -> {
            try {
                send(programme, underWay);
            } catch (UncheckedIOException _) {
                // Killed under it: whether it was done is unknown.
            }
        });
        List<ProcessHandle> processes = system.processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        third.join();
        assertTrue(
                Waiting.until(() -> processes.stream().noneMatch(ProcessHandle::isAlive), Duration.ofSeconds(20)),
                "still alive");
        Finished up = system.up();
        assertEquals(0, up.exitCode(), up.output());

        long whenKilled = paid(fund);
        assertTrue(whenKilled >= 2_000 && whenKilled < listed, whenKilled + " paid when it was killed");
        int paid = pay(programme, underWay);
        for (int strokes = 0; paid < listed && strokes < 10; strokes++) {
            paid = pay(programme, Forms.id());
        }
        assertEquals(listed, paid);
        assertEquals(listed, pay(programme, Forms.id()));
        assertEquals(listed, paid(fund));
        assertEquals(
                listed,
                number("select count(distinct member_id) from programme_line join transfer on fulfils = line_id"
                        + " where programme_line.state = 'PAID' and fund_id = '" + fund + "'"));
        assertEquals(held - (long) EACH * listed, balance(fund));
    }

    private void enrol(String unit) throws SQLException, InterruptedException {
        String officer = world.own().holder("OFFICER").token();
        for (int enrolled = 0; enrolled < PEOPLE; enrolled += AT_ONCE) {
            ObjectNode rows = Json.object();
            for (int row = 0; row < AT_ONCE; row++) {
                rows.withArray("items").add(Forms.enrolment(unit));
            }
            world.gateway()
                    .send(Call.of("POST", "/api/v1/members/enrolments", rows), officer)
                    .require(200);
        }
        assertTrue(
                Waiting.until(
                        () -> {
                            try {
                                return number("select count(*) from directory_member where status = 'ACTIVE'"
                                                + " and unit_id = '" + unit + "'")
                                        >= PEOPLE;
                            } catch (SQLException failure) {
                                throw new IllegalStateException(failure);
                            }
                        },
                        Duration.ofMinutes(2)),
                "welfare does not know the members");
    }

    private int pay(Made programme, String key) {
        return send(programme, key).require(200).json().path("paid").asInt();
    }

    private Answer send(Made programme, String key) {
        return world.gateway()
                .send(
                        Call.of("POST", "/api/v1/support-programmes/" + programme.id() + "/pay", payment)
                                .with("Idempotency-Key", key),
                        world.own().holder("CASHIER").token());
    }

    private long paid(String fund) throws SQLException {
        return number("select count(*) from transfer where kind = 'EXPENSE' and fund_id = '" + fund + "'");
    }

    private long balance(String fund) throws SQLException {
        return number(
                "select sum(balance) from account_balance where kind in ('CASH', 'BANK') and fund_id = '" + fund + "'");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = system.postgres().connect("welfare");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
