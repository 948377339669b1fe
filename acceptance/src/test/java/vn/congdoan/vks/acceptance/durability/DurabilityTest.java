package vn.congdoan.vks.acceptance.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.system.Finished;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.PartLine;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Waiting;

/// What was acknowledged is there after a stop, and after everything was killed in the middle of writing.
@ExtendWith(SystemUnderTest.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(90)
class DurabilityTest {

    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

    /// What a provincial node has told of its members is kept here without keys and without an audit trail.
    private static final String MEMBERS_AT_HOME = "select count(*) from member where not exists"
            + " (select from replica where replica.aggregate_id = member.member_id)";

    private final World world;
    private final LocalSystem system;

    DurabilityTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
    }

    @Test
    @Order(1)
    void the_database_writes_through_to_the_disk() throws SQLException {
        for (String database : List.of("membership", "campaign", "welfare", "keycloak")) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertEquals("on", one(database, "show " + setting), setting + " of " + database);
                assertEquals(
                        "0",
                        one(
                                database,
                                "select count(*) from pg_db_role_setting, unnest(setconfig) s where s like '" + setting
                                        + "=%'"));
            }
        }
    }

    @Test
    @Order(2)
    void a_stop_and_a_start_keep_everything() {
        Union own = world.own();
        Map<String, JsonNode> before = new LinkedHashMap<>();
        Account inspector = own.holder("INSPECTOR");
        for (String path : List.of(
                "/api/v1/members/" + own.records().member(own.group()).id(),
                "/api/v1/campaigns/" + own.records().campaign(own.group()).id(),
                "/api/v1/funds/" + own.records().fund(own.group()).id(),
                "/api/v1/units/" + own.records().unit("GROUP", own.section()).id(),
                "/api/v1/assignments/" + own.records().assignment(own.group()).id())) {
            before.put(path, read(path, inspector));
        }
        system.down().requireSuccess();
        assertEquals(List.of(), system.status());
        assertNotEquals(0, system.dev("status").exitCode());
        system.up().requireSuccess();
        before.forEach((path, json) -> assertEquals(json, read(path, inspector)));
    }

    @Test
    @Order(3)
    void killing_everything_in_the_middle_of_writing_loses_nothing_and_leaves_nothing_half() throws Exception {
        Union own = world.own();
        Writers writers = Writers.start(WRITERS, world.gateway(), own.holder("OFFICER"), own.otherSection());
        assertTrue(
                Waiting.until(
                        () -> writers.acknowledged().size() >= ACKNOWLEDGED_BEFORE_THE_KILL, Duration.ofMinutes(2)),
                "the writers are too slow");
        List<ProcessHandle> processes = system.processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        writers.stop();
        assertEquals(List.of(), writers.rejected());
        assertTrue(
                Waiting.until(() -> processes.stream().noneMatch(ProcessHandle::isAlive), Duration.ofSeconds(20)),
                "still alive");
        assertEquals(List.of(), system.status());
        Finished up = system.up();
        assertEquals(0, up.exitCode(), up.output());
        assertEquals(7, system.status().stream().filter(PartLine::healthy).count());

        Account officer = own.holder("OFFICER");
        for (String id : writers.acknowledged()) {
            assertEquals(id, read("/api/v1/members/" + id, officer).path("id").asText());
        }
        assertEquals(
                "0",
                one(
                        "membership",
                        MEMBERS_AT_HOME + " and (erased_at is null) <> exists"
                                + " (select from person_key where person_key.member_id = member.member_id)"));
        assertEquals(
                "0",
                one(
                        "membership",
                        MEMBERS_AT_HOME + " and not exists"
                                + " (select from membership_step step where step.member_id = member.member_id)"));
        assertEquals(
                "0",
                one(
                        "membership",
                        MEMBERS_AT_HOME + " and status = 'ACTIVE' and not exists"
                                + " (select from placement where placement.member_id = member.member_id)"));
        assertEquals(
                "0",
                one(
                        "membership",
                        MEMBERS_AT_HOME + " and not exists"
                                + " (select from audit_entry where audit_entry.resource_id = member.member_id)"));
        for (List<String> together : writers.batches()) {
            String there = one(
                    "membership",
                    "select count(*) from member where member_id in ('" + String.join("','", together) + "')");
            assertTrue(
                    there.equals("0") || there.equals(Integer.toString(together.size())), "half a request: " + there);
        }
        System.out.printf(
                "Killed %d processes after %d acknowledged members; all are there%n",
                processes.size(), writers.acknowledged().size());
    }

    private JsonNode read(String path, Account reader) {
        return world.gateway().send(Call.get(path), reader.token()).require(200).json();
    }

    private String one(String database, String query) throws SQLException {
        try (Connection connection = system.postgres().connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
