package vn.congdoan.vks.membership.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.membership.statistics.RandomHistory.Happened;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class StatisticsPropertyTest {

    private static final List<Long> SEEDS = List.of(20_261_122L, 4L, 17L);
    private static final int STEPS = 80;
    private static final int LOOK_EVERY = 40;
    private static final int DAYS = 12;
    private static final Executor ON_ITS_OWN = task -> Thread.ofVirtual().start(task);

    @Inject
    Sql sql;

    @Inject
    StatisticsOfUnits statistics;

    @Inject
    RollingCounts rolling;

    @Inject
    Rolling step;

    @Test
    void whatever_happens_statistics_equal_a_recount_on_every_day_and_both_trees() {
        Map<Happened, Integer> all = new EnumMap<>(Happened.class);
        for (long seed : SEEDS) {
            RandomHistory history = new RandomHistory(seed, sql);
            Random random = new Random(seed);
            for (int happening = 1; happening <= STEPS; happening++) {
                history.step();
                if (random.nextInt(4) == 0) {
                    rolling.catchUp();
                }
                if (happening % LOOK_EVERY == 0) {
                    requireEqualToARecount(history.unions(), random, "seed " + seed + ", step " + happening);
                }
            }
            history.happened().forEach((what, times) -> all.merge(what, times, Integer::sum));
        }

        for (Happened each : Happened.values()) {
            assertTrue(all.getOrDefault(each, 0) > 0, () -> "No " + each + " in " + all);
        }
        requireOnePlacementADay();
    }

    @Test
    void sums_stay_right_while_many_write_and_several_roll_up() {
        String code = Api.newCode();
        UUID union = UUID.fromString(Api.union(code, "OFFICER"));
        List<String> sections = Stream.of("1", "2", "3")
                .map(each -> Api.section(code + "-admin", union.toString(), code + "-" + each))
                .toList();
        AtomicBoolean writing = new AtomicBoolean(true);
        List<CompletableFuture<?>> rollers = new ArrayList<>();
        for (int roller = 0; roller < 2; roller++) {
            rollers.add(CompletableFuture.runAsync(
                    () -> {
                        while (writing.get()) {
                            rolling.catchUp();
                        }
                    },
                    ON_ITS_OWN));
        }
        CompletableFuture<?>[] writers = sections.stream()
                .map(section -> CompletableFuture.runAsync(() -> write(code, section), ON_ITS_OWN))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<?> reader = CompletableFuture.runAsync(
                () -> {
                    while (writing.get()) {
                        requireSummedUp(union, LocalDate.of(2020, 12, 31), Tree.THEN);
                    }
                },
                ON_ITS_OWN);

        CompletableFuture.allOf(writers).join();
        writing.set(false);
        CompletableFuture.allOf(rollers.toArray(CompletableFuture[]::new)).join();
        reader.join();

        requireEqualToARecount(List.of(union), new Random(1), "after many wrote");
        assertEquals(
                60,
                answer(union, LocalDate.of(2020, 12, 31), Tree.THEN, null)
                        .get()
                        .own()
                        .members());
    }

    @Test
    void a_step_that_is_stopped_in_the_middle_was_not_done() {
        String code = Api.newCode();
        UUID union = UUID.fromString(Api.union(code, "OFFICER"));
        write(code, union.toString());

        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    sql.list("select pg_advisory_xact_lock(hashtextextended('rolling counts', 0))", row -> 0);
                    step.step();
                    throw new IllegalStateException("stopped");
                }));

        requireEqualToARecount(List.of(union), new Random(2), "stopped");
    }

    @Test
    void everything_can_be_counted_anew() {
        String code = Api.newCode();
        UUID union = UUID.fromString(Api.union(code, "OFFICER"));
        write(code, union.toString());
        rolling.catchUp();
        sql.change("update count_page set counts = '', changes = '' where unit_id = ?", union);
        assertEquals(
                0,
                answer(union, LocalDate.of(2020, 12, 31), Tree.THEN, null)
                        .get()
                        .own()
                        .members());

        sql.list("select recount_members()", row -> 0);

        requireEqualToARecount(List.of(union), new Random(3), "counted anew");
    }

    private static void write(String code, String unit) {
        for (int batch = 0; batch < 4; batch++) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int row = 0; row < 5; row++) {
                rows.add(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "unitId",
                        unit,
                        "fullName",
                        "Nguyễn Văn Nhiều",
                        "gender",
                        row % 2 == 0 ? "FEMALE" : "MALE",
                        "birth",
                        Map.of("year", 1970 + row),
                        "joinedOn",
                        LocalDate.of(2005 + batch, 1 + row, 1).toString()));
            }
            Api.create(code + "-officer", "/api/v1/members/enrolments", Map.of("items", rows))
                    .statusCode(200);
        }
    }

    private Optional<UnitStatistics> answer(UUID unit, LocalDate day, Tree tree, @Nullable LocalDate from) {
        return statistics.of(new UnitId(unit), day, tree, from);
    }

    private void requireEqualToARecount(List<UUID> unions, Random random, String when) {
        Recount recount = new Recount(sql, RandomHistory.today());
        List<UUID> units = new ArrayList<>(sql.list(
                "select distinct unit_id from unit_version where union_id = any (?) or kind = 'CENTRAL_UNION'",
                row -> row.getObject(1, UUID.class),
                (Object) unions.toArray(UUID[]::new)));
        for (LocalDate day : days(unions, random)) {
            LocalDate from = random.nextBoolean() ? day.minusDays(random.nextInt(3000)) : null;
            for (UUID unit : units) {
                for (Tree tree : Tree.values()) {
                    Optional<UnitStatistics> answer = answer(unit, day, tree, from);
                    if (answer.isPresent()) {
                        assertEquals(
                                recount.of(unit, day, tree, from),
                                Described.of(answer.get()),
                                () -> when + ": " + unit + " on " + day + ", " + tree + " since " + from);
                        requireSummedUp(answer.get());
                    } else {
                        assertNotThere(unit, day, tree);
                    }
                }
            }
        }
    }

    /// Days on which something begins or ends, and the days before.
    private List<LocalDate> days(List<UUID> unions, Random random) {
        List<LocalDate> days = new ArrayList<>(
                sql.list("""
                with concerned as (select unit_id, valid_from, valid_to from unit_version where union_id = any (?)),
                days as (
                    select valid_from as day from concerned union select valid_to from concerned
                    union select placement.valid_from from placement join concerned using (unit_id)
                    union select placement.valid_to from placement join concerned using (unit_id))
                select day from days where day is not null union select day - 1 from days where day is not null
                order by 1
                """, row -> row.getObject(1, LocalDate.class), (Object) unions.toArray(UUID[]::new)));
        Collections.shuffle(days, random);
        return days.subList(0, Math.min(DAYS, days.size()));
    }

    private void assertNotThere(UUID unit, LocalDate day, Tree tree) {
        if (tree == Tree.THEN) {
            assertNull(sql.one("select 1 from unit_version where unit_id = ? and valid @> ?::date", row -> 1, unit, day)
                    .orElse(null));
        } else {
            assertTrue(sql.one("select 1 from unit_succession where unit_id = ?", row -> 1, unit)
                    .isPresent());
        }
    }

    private void requireSummedUp(UUID unit, LocalDate day, Tree tree) {
        requireSummedUp(answer(unit, day, tree, null).orElseThrow());
    }

    private static void requireSummedUp(UnitStatistics answer) {
        int children = answer.children().stream()
                .mapToInt(UnitStatistics.Child::members)
                .sum();
        assertEquals(answer.sector().members(), answer.direct().members() + children);
        assertEquals(
                answer.own().members(),
                answer.own().by().gender().stream()
                        .mapToInt(Breakdown.Slice::members)
                        .sum());
    }

    private void requireOnePlacementADay() {
        assertEquals(
                0,
                sql.one(
                                "select count(*) from placement one join placement other using (member_id)"
                                        + " where one.placement_id < other.placement_id and one.valid && other.valid",
                                row -> row.getInt(1))
                        .orElseThrow());
    }
}
