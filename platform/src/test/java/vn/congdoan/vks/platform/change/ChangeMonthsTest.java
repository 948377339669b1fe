package vn.congdoan.vks.platform.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.SqlAccess;
import vn.congdoan.vks.platform.testing.TestDatabase;

/// The log reaches back thirteen months, and the latest state of everything stays for good.
class ChangeMonthsTest {

    private static final LocalDate TODAY = LocalDate.of(2030, 6, 15);

    private record Thing() {}

    private static final AggregateType THING = AggregateType.states("test", "thing", 1, Thing.class, "changed");

    private final Sql sql = SqlAccess.on(new TestDatabase().source());
    private final ChangeMonths months = new ChangeMonths(sql, Clock.systemUTC());
    private final Changes changes = ChangesAccess.of(sql);

    @Test
    void months_are_made_ahead_of_time() {
        months.tidy(TODAY);
        assertTrue(partitions().containsAll(List.of("change_2030_06", "change_2030_07", "change_2030_08")));
        months.tidy(TODAY);
    }

    @Test
    void a_change_of_a_month_without_a_partition_is_not_lost() {
        UUID aggregate = UUID.randomUUID();
        log(aggregate, 0, LocalDate.of(2040, 1, 1));
        assertEquals(0, latest(aggregate));
    }

    @Test
    void a_month_made_late_takes_what_was_logged_of_it() {
        UUID early = UUID.randomUUID();
        log(early, 0, LocalDate.of(2030, 7, 3));
        months.tidy(TODAY);
        assertTrue(partitions().contains("change_2030_07"));
        assertEquals(
                List.of("change_2030_07"), sql.list("select tableoid::regclass from change", row -> row.getString(1)));
        assertEquals(0, latest(early));
    }

    @Test
    void records_of_two_kinds_may_have_one_id() {
        UUID shared = UUID.randomUUID();
        sql.one("select create_change_partition('2029-04-01')", row -> true);
        sql.one("select create_change_partition('2029-05-01')", row -> true);
        log("thing", shared, 0, LocalDate.of(2029, 4, 2));
        log("other", shared, 7, LocalDate.of(2029, 5, 2));
        assertEquals(0, latest(shared));
        toldEverything();
        months.tidy(TODAY.plusMonths(2));
        assertEquals(List.of("1", "2"), positions(), "neither hides the other");
    }

    @Test
    void nobody_changes_the_log() {
        log(UUID.randomUUID(), 0, LocalDate.of(2030, 6, 2));
        assertThrows(PersistenceException.class, () -> sql.change("update change set state = '{}'"));
        assertThrows(PersistenceException.class, () -> sql.change("delete from change"));
        assertEquals(1, positions().size());
    }

    @Test
    void one_month_that_cannot_go_does_not_hold_up_the_others() {
        sql.one("select create_change_partition('2029-03-01')", row -> true);
        sql.one("select create_change_partition('2029-04-01')", row -> true);
        log(UUID.randomUUID(), 0, LocalDate.of(2029, 4, 2));
        log(UUID.randomUUID(), 0, LocalDate.of(2029, 3, 2));
        sql.change("update relay set epoch = 1, position = 1");
        assertThrows(PersistenceException.class, () -> months.tidy(TODAY));
        assertTrue(partitions().contains("change_2029_03"), "holds what Kafka was not told");
        assertFalse(partitions().contains("change_2029_04"));
    }

    private long latest(UUID thing) {
        return changes.latest(THING, thing).orElseThrow().version();
    }

    private void log(UUID aggregate, long version, LocalDate recorded) {
        log("thing", aggregate, version, recorded);
    }

    private void log(String type, UUID aggregate, long version, LocalDate recorded) {
        sql.change(
                """
                insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version,
                    origin_node, owner_union_id, recorded_at, effective_date, happened, schema_version, state)
                values (gen_random_uuid(), 'STATE', ?, ?, ?, ?, 'test', ?, ?, current_date, 'changed', 1, '{}')
                """,
                type,
                aggregate,
                aggregate,
                version,
                aggregate,
                OffsetDateTime.of(recorded.atTime(12, 0), ZoneOffset.UTC));
        changes.catchUp();
    }

    private void toldEverything() {
        sql.change("update relay set epoch = head.epoch, position = head.position from change_head head");
    }

    private List<String> positions() {
        return sql.list("select position from change order by position", row -> row.getString(1));
    }

    private List<String> partitions() {
        return sql.list(
                "select inhrelid::regclass::text from pg_inherits where inhparent = 'change'::regclass",
                row -> row.getString(1));
    }
}
