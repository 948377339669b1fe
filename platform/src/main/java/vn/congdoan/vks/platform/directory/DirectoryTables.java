package vn.congdoan.vks.platform.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
/// replica elsewhere. Always today's: the units are kept in memory under the stamp that the database gives to each
/// state of them, and every question asks for the stamp. A unit that does not exist today stands where its successors
/// are, else where it stood last (or will stand first): its records stay in reach.
@ApplicationScoped
public class DirectoryTables {

    /// The version of each unit that holds on a day, else the nearest one; with the stamp they were read under.
    private static final String UNITS = """
            select distinct on (version.unit_id) version.unit_id, version.union_id, version.parent_id, directory_stamp.stamp,
                case when version.valid_to <= ? then array(
                    select successor_id from directory_unit_succession succession
                    where succession.unit_id = version.unit_id order by succession.ordinal) end as successors
            from directory_stamp cross join directory_unit_version version
            order by version.unit_id, version.valid @> ?::date desc, version.valid_from desc
            """;

    private static final String STANDING = """
            select directory_stamp.stamp, held.assignment_id, held.role, held.unit_id, account.member_id, member.unit_id
            from directory_stamp
            left join directory_account account on account.issuer = ? and account.subject = ?
            left join directory_member member using (member_id)
            left join directory_assignment held on held.issuer = ? and held.subject = ? and held.valid @> ?::date
            order by held.assignment_id
            """;

    /// The trees of today and yesterday, and those that transactions under way are about to make.
    private static final int TREES = 10;

    private final Sql sql;
    private final Clock clock;
    private final Cache<State, UnitTree> trees =
            Caffeine.newBuilder().maximumSize(TREES).build();

    DirectoryTables(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Standing standing(Principal principal) {
        LocalDate today = LocalDate.now(clock);
        String issuer = principal.issuer();
        String subject = principal.subject();
        List<Row> rows = sql.list(STANDING, Row::read, issuer, subject, issuer, subject, today);
        Row first = rows.getFirst();
        if (first.assignment() == null && first.member() == null) {
            return Standing.NOBODY;
        }
        UnitTree units = units(new State(first.stamp(), today));
        List<Assignment> assignments = rows.stream()
                .map(Row::assignment)
                .filter(Objects::nonNull)
                .flatMap(held -> held.in(units).stream())
                .toList();
        return new Standing(assignments, first.member());
    }

    public Optional<UnitPlace> place(UnitId unit) {
        return units().place(unit);
    }

    public Set<UnitId> subtree(UnitId unit) {
        return units().subtree(unit);
    }

    public Set<UnitId> unitsOfMembers(UnitId unit, LocalDate day) {
        return units(day).subtreeOfSuccessors(unit);
    }

    public Set<UnitId> overseen(UnitId union) {
        return units().overseen(union);
    }

    private UnitTree units() {
        return units(LocalDate.now(clock));
    }

    private UnitTree units(LocalDate day) {
        long stamp = sql.one("select stamp from directory_stamp", row -> row.getLong(1))
                .orElseThrow();
        return units(new State(stamp, day));
    }

    /// What is read may be newer than what was asked for; it is kept under its own name.
    private UnitTree units(State state) {
        UnitTree known = trees.getIfPresent(state);
        if (known != null) {
            return known;
        }
        List<StampedUnit> read = sql.list(UNITS, StampedUnit::read, state.day(), state.day());
        UnitTree tree = new UnitTree(read.stream().map(StampedUnit::unit).toList());
        if (!read.isEmpty()) {
            trees.put(new State(read.getFirst().stamp(), state.day()), tree);
        }
        return tree;
    }

    private record State(long stamp, LocalDate day) {}

    private record StampedUnit(UnitTree.Node unit, long stamp) {

        static StampedUnit read(ResultSet row) throws SQLException {
            UnitTree.Node unit = new UnitTree.Node(
                    known(unitId(row, 1)), known(unitId(row, 2)), unitId(row, 3), successors(row.getArray(5)));
            return new StampedUnit(unit, row.getLong(4));
        }
    }

    private static List<UnitId> successors(@Nullable Array ids) throws SQLException {
        return ids == null
                ? List.of()
                : Arrays.stream((UUID[]) ids.getArray()).map(UnitId::new).toList();
    }

    /// One assignment of the account, or none; the member that it is linked to stands in each row.
    private record Row(
            long stamp, @Nullable Held assignment, @Nullable LinkedMember member) {

        static Row read(ResultSet row) throws SQLException {
            UUID assignment = row.getObject(2, UUID.class);
            UUID member = row.getObject(5, UUID.class);
            UnitId memberAt = unitId(row, 6);
            return new Row(
                    row.getLong(1),
                    assignment == null ? null : new Held(assignment, row.getString(3), known(unitId(row, 4))),
                    memberAt == null ? null : new LinkedMember(new MemberId(member), memberAt));
        }
    }

    private record Held(UUID id, String role, UnitId unit) {

        /// Empty for a role that this service does not know yet, and at a unit that it does not know: they can give no
        /// right here.
        Optional<Assignment> in(UnitTree units) {
            return Role.named(role)
                    .flatMap(known -> units.unionOf(unit).map(union -> new Assignment(id, known, unit, union)));
        }
    }

    private static @Nullable UnitId unitId(ResultSet row, int column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new UnitId(id);
    }

    private static UnitId known(@Nullable UnitId unit) {
        return Objects.requireNonNull(unit);
    }
}
