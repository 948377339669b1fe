package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Tells whether those who sit in a unit's committee are members there: in the unit or below it in the same union, as
/// the tree was on each day.
@ApplicationScoped
class SeatedMembers {

    private static final String BELOW = """
            with recursive below as (
                select unit_id, union_id, valid from unit_version where unit_id = ?
                union
                select child.unit_id, child.union_id, child.valid * below.valid
                from below
                join unit_version child on child.parent_id = below.unit_id and child.union_id = below.union_id
                    and child.valid && below.valid)
            """;

    private static final String FIRST_DAYS_OUTSIDE = BELOW + """
            , seated as (
                select * from unnest(?::uuid[], ?::text[]::date[], ?::text[]::date[])
                    with ordinality as seated (member_id, valid_from, valid_to, number)),
            there as (
                select placement.member_id, range_agg(placement.valid * below.valid) as days
                from placement join below on below.unit_id = placement.unit_id and placement.valid && below.valid
                where placement.member_id in (select member_id from seated)
                group by placement.member_id)
            select (seated.number - 1)::int, lower(
                daterange(seated.valid_from, seated.valid_to)::datemultirange - coalesce(there.days, '{}'))
            from seated left join there using (member_id)
            where not coalesce(there.days, '{}') @> daterange(seated.valid_from, seated.valid_to)
            """;

    private static final String COUNT = BELOW + """
            select count(distinct placement.member_id)
            from placement join below on below.unit_id = placement.unit_id and placement.valid && below.valid
            where placement.valid @> ?::date and below.valid @> ?::date
            """;

    private final Sql sql;

    SeatedMembers(Sql sql) {
        this.sql = sql;
    }

    /// Of those seats that have days on which their holder is no member there: the number in the list, and the first
    /// such day. An unknown member is nowhere.
    Map<Integer, LocalDate> firstDaysOutside(UnitId unit, List<Seat> seats) {
        Map<Integer, LocalDate> outside = new HashMap<>();
        sql.list(
                FIRST_DAYS_OUTSIDE,
                row -> outside.put(row.getInt(1), row.getObject(2, LocalDate.class)),
                unit.value(),
                seats.stream().map(each -> each.memberId().value()).toArray(UUID[]::new),
                seats.stream().map(each -> each.validFrom().toString()).toArray(String[]::new),
                seats.stream().map(each -> each.validTo().toString()).toArray(String[]::new));
        return outside;
    }

    /// How many members the unit has with those below it.
    long count(UnitId unit, LocalDate day) {
        return sql.one(COUNT, row -> row.getLong(1), unit.value(), day, day).orElseThrow();
    }
}
