package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.VisibleUnits;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.sql.Sql;

/// In which units a list looks for members, and of whose members the caller may read what.
@ApplicationScoped
class SearchedUnits {

    private static final String SUBTREE_THEN = """
            with recursive below as (
                select unit_id, union_id from unit_version where unit_id = ? and valid @> ?::date
                union
                select child.unit_id, child.union_id
                from below
                join unit_version child on child.parent_id = below.unit_id and child.union_id = below.union_id
                where child.valid @> ?::date)
            select unit_id from below
            """;

    private final Caller caller;
    private final Sql sql;

    SearchedUnits(Caller caller, Sql sql) {
        this.caller = caller;
        this.sql = sql;
    }

    /// @param all the units that are looked through
    /// @param readable whose members the caller reads in scope: of others neither numbers nor days of birth
    /// @param sensitive whose members' Party membership the caller may read
    record Searched(Set<UnitId> all, Set<UnitId> readable, Set<UnitId> sensitive) {

        /// Whether none of the members there is hidden from the caller in part.
        boolean isAllReadable() {
            return readable.containsAll(all);
        }

        UUID[] ids() {
            return ids(all);
        }

        /// Those of them whose members the caller reads in scope.
        UUID[] searchedInScope() {
            return ids(readable.stream().filter(all::contains).collect(Collectors.toUnmodifiableSet()));
        }

        UUID[] readableIds() {
            return ids(readable);
        }

        UUID[] sensitiveIds() {
            return ids(sensitive);
        }

        private static UUID[] ids(Set<UnitId> units) {
            return units.stream().map(UnitId::value).toArray(UUID[]::new);
        }
    }

    /// 404 for a unit out of sight. On another day a unit has those below it that it had then; but nobody looks into
    /// units that are out of sight today.
    Searched of(@Nullable UnitId unit, MemberFilter filter) {
        VisibleUnits asked = caller.visible(Permission.READ_MEMBERS, unit);
        LocalDate day = filter.asOf();
        Set<UnitId> sensitive = filter.party() == null ? Set.of() : sensitive(asked);
        if (day == null) {
            return new Searched(union(asked.inScope(), asked.overseen()), asked.inScope(), sensitive);
        }
        // Who was there then may be elsewhere now: that decides what of the record may be read.
        VisibleUnits visible = unit == null ? asked : caller.visible(Permission.READ_MEMBERS, null);
        Set<UnitId> all = union(visible.inScope(), visible.overseen());
        return new Searched(unit == null ? all : subtreeThen(unit, day, all), visible.inScope(), sensitive);
    }

    /// Whoever may read Party membership of nobody asked for may not look for it either.
    private Set<UnitId> sensitive(VisibleUnits asked) {
        Set<UnitId> readable = caller.visible(Permission.READ_SENSITIVE, null).inScope();
        if (asked.inScope().stream().noneMatch(readable::contains)) {
            throw new Forbidden();
        }
        return readable;
    }

    private Set<UnitId> subtreeThen(UnitId unit, LocalDate day, Set<UnitId> visible) {
        return sql.list(SUBTREE_THEN, row -> new UnitId(row.getObject(1, UUID.class)), unit.value(), day, day).stream()
                .filter(visible::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UnitId> union(Set<UnitId> some, Set<UnitId> others) {
        return others.isEmpty()
                ? some
                : Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
