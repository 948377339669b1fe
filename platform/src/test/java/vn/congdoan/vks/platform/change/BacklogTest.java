package vn.congdoan.vks.platform.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.SqlAccess;
import vn.congdoan.vks.platform.testing.TestDatabase;

/// Many changes that were committed at once, in tables that the planner knows as empty.
class BacklogTest {

    private static final int CHANGES = 20_000;
    private static final int BATCH = 2_000;

    private final Sql sql = SqlAccess.on(new TestDatabase().source());
    private final Changes changes = ChangesAccess.of(sql);

    @Test
    void each_batch_of_a_backlog_reads_its_own_rows_only() {
        sql.change("analyze change_pending");
        changes.catchUp();
        sql.change("""
                insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version,
                    origin_node, owner_union_id, recorded_at, effective_date, happened, schema_version, state)
                select gen_random_uuid(), 'STATE', 'thing', gen_random_uuid(), gen_random_uuid(), 0, 'test',
                    gen_random_uuid(), now(), current_date, 'changed', 1, '{}'
                from generate_series(1, ?)
                """, CHANGES);
        long before = readBySequence("change_pending");

        changes.catchUp();

        assertEquals(CHANGES, changes.head().number());
        long read = readBySequence("change_pending") - before;
        assertTrue(read < CHANGES, read + " rows were read by scans of the whole");
    }

    @Test
    void each_batch_that_is_told_reads_its_own_rows_only() {
        for (int month = 1; month <= 4; month++) {
            LocalDate day = LocalDate.of(2030, month, 1);
            sql.one("select create_change_partition(?)", row -> true, day);
            sql.change("analyze change");
            changes.after(0, 10);
            sql.change("""
                    insert into change (epoch, position, change_id, kind, aggregate_type, aggregate_id, stream_key,
                        version, origin_node, origin_epoch, origin_position, owner_union_id, recorded_at,
                        effective_date, happened, schema_version, state)
                    select 1, ? + number, gen_random_uuid(), 'STATE', 'thing', gen_random_uuid(),
                        gen_random_uuid(), 0, 'test', 1, number, gen_random_uuid(), ?, current_date, 'changed', 1, '{}'
                    from generate_series(1, ?) number
                    """, month * CHANGES, OffsetDateTime.of(day.atTime(12, 0), ZoneOffset.UTC), CHANGES);
        }
        long before = readBySequence("change_2030_%");

        long position = 0;
        List<LoggedChange> batch = changes.withoutAudience(position, BATCH);
        int read = 0;
        while (!batch.isEmpty()) {
            read += batch.size();
            position = batch.getLast().position().number();
            batch = changes.withoutAudience(position, BATCH);
        }

        assertEquals(4 * CHANGES, read);
        long scanned = readBySequence("change_2030_%") - before;
        assertTrue(scanned < CHANGES, scanned + " rows were read by scans of the whole");
    }

    private long readBySequence(String tables) {
        sql.one("select pg_stat_force_next_flush()", row -> true);
        return sql.one(
                        "select sum(seq_tup_read) from pg_stat_user_tables where relname like ?",
                        row -> row.getLong(1),
                        tables)
                .orElseThrow();
    }
}
