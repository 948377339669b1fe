package vn.congdoan.vks.membership.node;

import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Looks in the log for records that a union has written. The union's own unit is none of them: the central union
/// founds it.
@ApplicationScoped
class WrittenRecords {

    private static final String HEAD = "select position from change_head";

    /// One statement, so that a change is either still waiting for its position or has it.
    private static final String EXIST = """
            select exists (select from change where owner_union_id = ? and position > ?
                    and not (aggregate_type = 'unit' and aggregate_id = owner_union_id))
                or exists (select from change_pending where owner_union_id = ?
                    and not (aggregate_type = 'unit' and aggregate_id = owner_union_id))
            """;

    private final Sql sql;

    WrittenRecords(Sql sql) {
        this.sql = sql;
    }

    /// How far the log goes at this moment: what has a position by now is committed.
    long head() {
        return sql.one(HEAD, row -> row.getLong(1)).orElseThrow();
    }

    /// Whether a union has written anything after a position. From the beginning (0) it reads the whole log of a union
    /// that has not.
    boolean exist(UnitId union, long after) {
        return sql.one(EXIST, row -> row.getBoolean(1), union.value(), after, union.value())
                .orElseThrow();
    }
}
