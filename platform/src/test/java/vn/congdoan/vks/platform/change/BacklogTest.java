package vn.congdoan.vks.platform.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.SqlAccess;
import vn.congdoan.vks.platform.testing.TestDatabase;

/// Many changes that were committed at once, in a table that the planner knows as empty.
class BacklogTest {

    private static final int CHANGES = 20_000;

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
        long before = readBySequence();

        changes.catchUp();

        assertEquals(CHANGES, changes.head().number());
        long read = readBySequence() - before;
        assertTrue(read < CHANGES, read + " rows were read by scans of the whole");
    }

    private long readBySequence() {
        sql.one("select pg_stat_force_next_flush()", row -> true);
        return sql.one(
                        "select seq_tup_read from pg_stat_user_tables where relname = 'change_pending'",
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
