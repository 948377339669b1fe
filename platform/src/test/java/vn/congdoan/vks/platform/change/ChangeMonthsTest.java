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
        assertEquals(0, changes.latest(aggregate).orElseThrow().version());
    }

    @Test
    void an_old_month_goes_but_the_latest_state_of_everything_stays() {
        UUID quiet = UUID.randomUUID();
        UUID lively = UUID.randomUUID();
        sql.one("select create_change_partition('2029-04-01')", row -> true);
        sql.one("select create_change_partition('2029-05-01')", row -> true);
        log(quiet, 0, LocalDate.of(2029, 4, 2));
        log(lively, 0, LocalDate.of(2029, 4, 3));
        log(quiet, 1, LocalDate.of(2029, 4, 20));
        log(lively, 1, LocalDate.of(2029, 5, 1));
        toldEverything();

        months.tidy(TODAY);

        assertFalse(partitions().contains("change_2029_04"));
        assertTrue(partitions().contains("change_2029_05"), "thirteen months are kept");
        assertEquals(List.of("3", "4"), positions());

        log(quiet, 2, LocalDate.of(2030, 6, 1));
        toldEverything();
        months.tidy(TODAY.plusMonths(1));
        assertEquals(List.of("4", "5"), positions(), "what is superseded goes with the next month");
    }

    @Test
    void what_kafka_has_not_been_told_does_not_go() {
        sql.one("select create_change_partition('2029-04-01')", row -> true);
        log(UUID.randomUUID(), 0, LocalDate.of(2029, 4, 2));
        assertThrows(PersistenceException.class, () -> months.tidy(TODAY));
        assertEquals(1, positions().size());
    }

    private void log(UUID aggregate, long version, LocalDate recorded) {
        sql.change(
                """
                insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version,
                    origin_node, owner_union_id, recorded_at, effective_date, happened, schema_version, state)
                values (gen_random_uuid(), 'STATE', 'thing', ?, ?, ?, 'test', ?, ?, current_date, 'changed', 1, '{}')
                """,
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
