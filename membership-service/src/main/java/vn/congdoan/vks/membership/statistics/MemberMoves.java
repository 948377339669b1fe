package vn.congdoan.vks.membership.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Counts memberships that began and ended in a period.
@ApplicationScoped
class MemberMoves {

    private static final String COUNT = """
            select
                (select count(*) from member
                 where unit_id = any (?) and joined_on between ? and ? and status in ('ACTIVE', 'ENDED')),
                (select count(*) from membership_step
                 where unit_id = any (?) and kind = 'ENDED' and effective_date between ? and ?)
            """;

    private final Sql sql;
    private final Directory directory;

    MemberMoves(Sql sql, Directory directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /// @param joined memberships that began; @param left memberships that ended
    record Moves(int joined, int left) {}

    /// In a unit and everything below it inside its union, from one day to another, both included.
    Moves of(UnitId unit, LocalDate from, LocalDate to) {
        UUID[] units = directory.subtree(unit).stream().map(UnitId::value).toArray(UUID[]::new);
        return sql.one(COUNT, row -> new Moves(row.getInt(1), row.getInt(2)), units, from, to, units, from, to)
                .orElseThrow();
    }
}
