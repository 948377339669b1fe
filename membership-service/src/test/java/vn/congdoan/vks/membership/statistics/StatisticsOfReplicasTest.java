package vn.congdoan.vks.membership.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.Replicas;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// Members whom another node keeps as they are published count like at home.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class StatisticsOfReplicasTest {

    private static final long SEED = 20_261_123L;
    private static final int STEPS = 60;

    private static final String STATES = """
            select jsonb_agg(jsonb_build_object('id', aggregate_id, 'version', version, 'owner', owner_union_id,
                'recorded', recorded_at, 'state', %s))::text
            from (select distinct on (aggregate_id) * from change where aggregate_type = 'member'
                  order by aggregate_id, epoch desc, version desc) latest
            """;

    private static final String TOLD = STATES.formatted("state");

    /// As they were before they told what began and ended a placement, and when they were written down.
    private static final String ONCE_TOLD = STATES.formatted("""
            state - 'recordedAt' - 'rejoinedOn' - 'erasedAt' || jsonb_build_object('placements',
                (select coalesce(jsonb_agg(placed - 'beganAs' - 'endedAs'), '[]')
                 from jsonb_array_elements(state->'placements') as placed))
            """);

    private static final String PLACEMENTS = """
            select member_id || ' ' || unit_id || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-') || ' '
                || began_as || ' ' || coalesce(ended_as, '-')
            from placement order by member_id, valid_from
            """;

    @Inject
    Sql sql;

    @Inject
    StatisticsOfUnits statistics;

    @Inject
    Rolling rolling;

    @Inject
    Replicas replicas;

    @Inject
    Changes changes;

    @Test
    void members_who_are_kept_as_they_are_published_count_as_at_home() {
        RandomHistory history = new RandomHistory(SEED, sql);
        for (int step = 0; step < STEPS; step++) {
            history.step();
        }
        changes.catchUp();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(300));
        try {
            List<UUID> units = units(history);
            String told = one(TOLD);
            String onceTold = one(ONCE_TOLD);
            // Other tests may have written what no log tells.
            members().apply(told);
            rollUp();
            Map<String, Map<String, Integer>> atHome = figures(units);
            List<String> placed = placements();

            forgetMembers();
            assertNotEquals(placed, placements());
            assertNotEquals(atHome, figures(units));

            members().apply(told);
            rollUp();
            assertEquals(atHome, figures(units));
            assertEquals(placed, placements());

            members().apply(told);
            assertEquals("0", one("select count(*)::text from count_pending"), "Nothing changed");

            // What was logged earlier is enough to be a member, in a unit, on the same days.
            forgetMembers();
            members().apply(onceTold);
            sql.change("set constraints all immediate");
            assertEquals(days(placed), days(placements()));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Replica members() {
        return replicas.inOrder().stream()
                .filter(each -> each.type().name().equals("member"))
                .findFirst()
                .orElseThrow();
    }

    private void forgetMembers() {
        UUID[] all = sql.list(
                        "select distinct aggregate_id from change where aggregate_type = 'member'",
                        row -> row.getObject(1, UUID.class))
                .toArray(UUID[]::new);
        RunTimeRole.withoutRules(sql, () -> members().withdraw(all));
        sql.list("select recount_members()", row -> 0);
        rollUp();
    }

    /// In this transaction, as nobody else can meanwhile.
    private void rollUp() {
        int taken;
        do {
            taken = rolling.step();
        } while (taken > 0);
    }

    private List<UUID> units(RandomHistory history) {
        return sql.list(
                "select distinct unit_id from unit_version where union_id = any (?) or kind = 'CENTRAL_UNION'",
                row -> row.getObject(1, UUID.class),
                (Object) history.unions().toArray(UUID[]::new));
    }

    /// Of each unit on some days and both trees. Since when somebody is in the Party is not published: of former
    /// days it is not compared.
    private Map<String, Map<String, Integer>> figures(List<UUID> units) {
        Map<String, Map<String, Integer>> figures = new LinkedHashMap<>();
        LocalDate today = RandomHistory.today();
        List<LocalDate> days = new ArrayList<>(
                Arrays.asList(LocalDate.of(2005, 6, 30), LocalDate.of(2024, 12, 31), LocalDate.of(2025, 9, 1), today));
        for (UUID unit : units) {
            for (LocalDate day : days) {
                for (Tree tree : Tree.values()) {
                    statistics
                            .of(new UnitId(unit), day, tree, day.minusYears(4))
                            .ifPresent(answer -> {
                                Map<String, Integer> described = new TreeMap<>(Described.of(answer));
                                if (day.isBefore(today)) {
                                    described.keySet().removeIf(each -> each.contains("party."));
                                }
                                figures.put(unit + " " + day + " " + tree, described);
                            });
                }
            }
        }
        assertFalse(figures.isEmpty());
        return figures;
    }

    private List<String> placements() {
        return sql.list(PLACEMENTS, row -> row.getString(1));
    }

    private static List<String> days(List<String> placements) {
        return placements.stream()
                .map(each -> String.join(" ", List.of(each.split(" ", -1)).subList(0, 4)))
                .toList();
    }

    private String one(String statement) {
        return sql.one(statement, row -> row.getString(1)).orElseThrow();
    }
}
