package vn.congdoan.vks.platform.directory;

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
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.sql.Sql;

/// The organization in the tables `directory_*`, which are views of the record itself in membership-service and a
/// replica elsewhere. Always today's: nothing is cached. A unit that does not exist today stands where it stood last
/// (or will stand first): its records stay in reach.
@ApplicationScoped
public class DirectoryTables {

    /// The version of a unit that holds today, else the nearest one.
    private static final String NEAREST = """
            (select version.unit_id, version.union_id, version.parent_id
             from directory_unit_version version
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
                join directory_unit_version child on child.parent_id = down.unit_id
                cross join lateral %s below
                where below.parent_id = down.unit_id)
            select unit_id, union_id from down
            """.formatted(NEAREST.formatted("?"), NEAREST.formatted("child.unit_id"));

    private static final String ASSIGNMENTS = """
            select held.assignment_id, held.role, held.unit_id, unit.union_id
            from directory_assignment held
            cross join lateral %s unit
            where held.issuer = ? and held.subject = ? and held.valid @> ?::date
            order by held.assignment_id
            """.formatted(NEAREST.formatted("held.unit_id"));

    private static final String LINKED_MEMBER = """
            select account.member_id, member.unit_id
            from directory_account account join directory_member member using (member_id)
            where account.issuer = ? and account.subject = ?
            """;

    private final Sql sql;
    private final Clock clock;

    DirectoryTables(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Standing standing(Principal principal) {
        LocalDate today = LocalDate.now(clock);
        List<Assignment> assignments = sql
                .list(ASSIGNMENTS, DirectoryTables::assignment, today, principal.issuer(), principal.subject(), today)
                .stream()
                .flatMap(Optional::stream)
                .toList();
        Optional<LinkedMember> member = sql.one(
                LINKED_MEMBER,
                row -> new LinkedMember(new MemberId(row.getObject(1, UUID.class)), unit(row, 2)),
                principal.issuer(),
                principal.subject());
        return new Standing(assignments, member.orElse(null));
    }

    public Optional<UnitPlace> place(UnitId unit) {
        LocalDate today = LocalDate.now(clock);
        List<Standpoint> path = sql.list(UPWARDS, DirectoryTables::standpoint, unit.value(), today, today);
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

    public Set<UnitId> subtree(UnitId unit) {
        List<Standpoint> below = below(unit);
        return below.stream()
                .filter(each -> each.union().equals(below.getFirst().union()))
                .map(Standpoint::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<UnitId> overseen(UnitId union) {
        return below(union).stream()
                .filter(each -> !each.union().equals(union))
                .map(Standpoint::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Standpoint> below(UnitId unit) {
        LocalDate today = LocalDate.now(clock);
        return sql.list(DOWNWARDS, DirectoryTables::standpoint, unit.value(), today, today);
    }

    /// A unit and the union it belongs to.
    private record Standpoint(UnitId unit, UnitId union) {}

    private static Standpoint standpoint(ResultSet row) throws SQLException {
        return new Standpoint(unit(row, 1), unit(row, 2));
    }

    /// Empty for a role that this service does not know yet: it can give no right here.
    private static Optional<Assignment> assignment(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UnitId unit = unit(row, 3);
        UnitId union = unit(row, 4);
        return Role.named(row.getString(2)).map(role -> new Assignment(id, role, unit, union));
    }

    private static UnitId unit(ResultSet row, int column) throws SQLException {
        return new UnitId(row.getObject(column, UUID.class));
    }
}
