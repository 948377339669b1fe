package vn.congdoan.vks.membership.node;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Knows which unions' records a union has inherited: of unions that have ended and whose main successor it is, and of
/// those which these inherited.
@ApplicationScoped
class Inheritances {

    private static final String INHERITED = """
            with recursive inherited (unit_id) as (
                select unit_id from unit_succession where successor_id = ? and ordinal = 0
                union
                select earlier.unit_id from unit_succession earlier join inherited on earlier.successor_id = inherited.unit_id
                where earlier.ordinal = 0
            )
            select unit_id from inherited join unit_version using (unit_id)
            where unit_id = union_id
            group by unit_id
            having coalesce(bool_and(valid_to <= ?), false)
            order by unit_id
            """;

    private final Sql sql;

    Inheritances(Sql sql) {
        this.sql = sql;
    }

    /// @param day on which the unions have ended
    List<UnitId> of(UnitId union, LocalDate day) {
        return sql.list(INHERITED, row -> new UnitId(row.getObject(1, UUID.class)), union.value(), day);
    }
}
