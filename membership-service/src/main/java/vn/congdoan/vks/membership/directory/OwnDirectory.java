package vn.congdoan.vks.membership.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Assignment;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.sql.Sql;

/// The directory where its facts are kept. Always today's: nothing is cached, so a right ends with its record.
/// A unit that does not exist today stands where it stood last (or will stand first): its records stay in reach.
@ApplicationScoped
class OwnDirectory implements Directory {

    /// The version of a unit that holds today, else the nearest one.
    private static final String NEAREST = """
            (select version.unit_id, version.union_id, version.parent_id, version.kind, version.code, version.name
             from unit_version version
             where version.unit_id = %s
             order by version.valid @> ?::date desc, version.valid_from desc
             limit 1)
            """;

    private static final String UPWARDS = """
            with recursive up as (
                select unit.*, 0 as depth from %s unit
                union all
                select above.*, up.depth + 1 from up cross join lateral %s above)
            select unit_id, union_id from up order by depth
            """.formatted(NEAREST.formatted("?"), NEAREST.formatted("up.parent_id"));

    private static final String DOWNWARDS = """
            with recursive down as (
                select unit.* from %s unit
                union
                select below.* from down
                join unit_version child on child.parent_id = down.unit_id
                cross join lateral %s below
                where below.parent_id = down.unit_id)
            select unit_id, union_id from down
            """.formatted(NEAREST.formatted("?"), NEAREST.formatted("child.unit_id"));

    private static final String ASSIGNMENTS = """
            select held.assignment_id, held.role, held.unit_id, unit.union_id
            from assignment held
            cross join lateral %s unit
            where held.issuer = ? and held.subject = ? and held.valid @> ?::date
            order by held.assignment_id
            """.formatted(NEAREST.formatted("held.unit_id"));

    private static final String LINKED_MEMBER = """
            select member_id, unit_id from account_link join member using (member_id)
            where issuer = ? and subject = ?
            """;

    private final Sql sql;
    private final Clock clock;

    OwnDirectory(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Standing standing(Principal principal) {
        LocalDate today = LocalDate.now(clock);
        List<Assignment> assignments =
                sql.list(ASSIGNMENTS, OwnDirectory::assignment, today, principal.issuer(), principal.subject(), today);
        Optional<LinkedMember> member = sql.one(
                LINKED_MEMBER,
                row -> new LinkedMember(new MemberId(row.getObject(1, UUID.class)), unit(row, 2)),
                principal.issuer(),
                principal.subject());
        return new Standing(assignments, member.orElse(null));
    }

    @Override
    public Optional<UnitPlace> place(UnitId unit) {
        LocalDate today = LocalDate.now(clock);
        List<Standpoint> path = sql.list(UPWARDS, OwnDirectory::standpoint, unit.value(), today, today);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        UnitId union = path.getFirst().union();
        List<UnitId> within = new ArrayList<>();
        List<UnitId> unionsAbove = new ArrayList<>();
        for (Standpoint each : path) {
            if (each.union().equals(union)) {
                within.add(each.unit());
            } else if (each.union().equals(each.unit())) {
                unionsAbove.add(each.unit());
            }
        }
        return Optional.of(new UnitPlace(unit, union, within, unionsAbove));
    }

    @Override
    public Set<UnitId> subtree(UnitId unit) {
        List<Standpoint> below = below(unit);
        return below.stream()
                .filter(each -> each.union().equals(below.getFirst().union()))
                .map(Standpoint::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<UnitId> overseen(UnitId union) {
        return below(union).stream()
                .filter(each -> !each.union().equals(union))
                .map(Standpoint::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Standpoint> below(UnitId unit) {
        LocalDate today = LocalDate.now(clock);
        return sql.list(DOWNWARDS, OwnDirectory::standpoint, unit.value(), today, today);
    }

    /// A unit and the union it belongs to.
    private record Standpoint(UnitId unit, UnitId union) {}

    private static Standpoint standpoint(ResultSet row) throws SQLException {
        return new Standpoint(unit(row, 1), unit(row, 2));
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(row.getObject(1, UUID.class), Role.valueOf(row.getString(2)), unit(row, 3), unit(row, 4));
    }

    private static UnitId unit(ResultSet row, int column) throws SQLException {
        return new UnitId(row.getObject(column, UUID.class));
    }
}
