package vn.congdoan.vks.membership.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Counts members by their placements on a day, on the tree of that day, in one statement.
@ApplicationScoped
class MemberCounts {

    /// Every unit below the asked one on the day, with the branch (the direct child) that it hangs on and whether it
    /// belongs to the same union as that branch; then the members of each branch's own union and of all.
    private static final String COUNT = """
            with recursive
            tree as (
                select unit_id, union_id, null::uuid as branch, union_id as branch_union
                from unit_version
                where unit_id = ? and valid @> ?::date
                union all
                select child.unit_id, child.union_id,
                       coalesce(tree.branch, child.unit_id),
                       case when tree.branch is null then child.union_id else tree.branch_union end
                from tree
                join unit_version child on child.parent_id = tree.unit_id and child.valid @> ?::date),
            counted as (
                select tree.branch,
                       tree.union_id = tree.branch_union as own,
                       count(*) as members,
                       count(*) filter (where member.gender = 'FEMALE') as female
                from tree
                join placement on placement.unit_id = tree.unit_id and placement.valid @> ?::date
                join member on member.member_id = placement.member_id
                group by 1, 2)
            select branch.unit_id, branch.code, branch.name, branch.kind,
                   branch.union_id = branch.unit_id as is_union,
                   coalesce(sum(counted.members) filter (where counted.own), 0) as members,
                   coalesce(sum(counted.female) filter (where counted.own), 0) as female,
                   coalesce(sum(counted.members), 0) as all_members,
                   coalesce(sum(counted.female), 0) as all_female,
                   branch.unit_id = ? as is_asked
            from unit_version branch
            left join counted on coalesce(counted.branch, ?) = branch.unit_id
            where branch.valid @> ?::date and (branch.unit_id = ? or branch.parent_id = ?)
            group by branch.unit_id, branch.code, branch.name, branch.kind, branch.union_id
            """;

    private final Sql sql;

    MemberCounts(Sql sql) {
        this.sql = sql;
    }

    /// Empty where the unit did not exist on the day.
    Optional<UnitStatistics> of(UnitId unit, LocalDate day) {
        UUID id = unit.value();
        List<Branch> branches = sql.list(COUNT, MemberCounts::read, id, day, day, day, id, id, day, id, id);
        return branches.stream().filter(Branch::isAsked).findFirst().map(asked -> compose(asked, branches, day));
    }

    private static UnitStatistics compose(Branch asked, List<Branch> branches, LocalDate day) {
        UnitStatistics.Count direct = asked.own();
        UnitStatistics.Count own = direct;
        UnitStatistics.Count sector = direct;
        List<UnitStatistics.Child> children = new ArrayList<>();
        for (Branch branch : branches) {
            if (branch.isAsked()) {
                continue;
            }
            sector = sector.plus(branch.all());
            if (!branch.isUnion()) {
                own = own.plus(branch.own());
            }
            children.add(new UnitStatistics.Child(
                    branch.unit(), branch.own().members(), branch.own().female()));
        }
        children.sort(Comparator.comparing(child -> child.unit().code()));
        return new UnitStatistics(day, asked.unit(), own, direct, sector, children);
    }

    /// The asked unit itself, or one of the units directly below.
    private record Branch(
            UnitRef unit, boolean isUnion, UnitStatistics.Count own, UnitStatistics.Count all, boolean isAsked) {}

    private static Branch read(ResultSet row) throws SQLException {
        UnitRef unit = new UnitRef(
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")));
        return new Branch(
                unit,
                row.getBoolean("is_union"),
                UnitStatistics.Count.of(row.getInt("members"), row.getInt("female")),
                UnitStatistics.Count.of(row.getInt("all_members"), row.getInt("all_female")),
                row.getBoolean("is_asked"));
    }
}
