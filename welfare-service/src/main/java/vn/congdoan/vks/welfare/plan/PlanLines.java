package vn.congdoan.vks.welfare.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// Of whom how much is expected by which plan, and what they have given of it.
@ApplicationScoped
class PlanLines {

    private static final String NOT_LISTED = """
            select member_id from directory_member
            where unit_id = any (?) and status = 'ACTIVE'
                and payer_of(?, member_id) is null
            order by member_id
            """;

    private static final String EXPECT = """
            insert into contribution_plan_line (line_id, plan_id, member_id, expected)
            select line_id, ?, member_id, expected
            from unnest(?::uuid[], ?::uuid[], ?::text[]::bigint[]) as told (line_id, member_id, expected)
            on conflict (plan_id, member_id) do update set expected = excluded.expected, excuse = null
            """;

    private static final String EXCUSE = """
            update contribution_plan_line set excuse = ? where plan_id = ? and member_id = any (?)
            """;

    private static final String TOTAL = """
            select count(*), coalesce(sum(expected), 0)::bigint from contribution_plan_line
            where plan_id = ? and excuse is null
            """;

    private static final String PAGE = """
            select line_id, member_id, full_name, unit_id, expected, excuse, received
            from contribution_plan_line line
            left join directory_member using (member_id)
            cross join lateral (
                select coalesce(sum(amount), 0)::bigint as received from standing_contribution given
                where given.plan_id = line.plan_id
                    and given.donor_member_id in (select records_of_person(line.member_id))
                    and payer_of(given.plan_id, given.donor_member_id) = line.member_id) as given
            where line.plan_id = ? and (?::uuid is null or line_id > ?) and (?::uuid[] is null or unit_id = any (?))
                and (?::text is null or ? = case when excuse is not null then 'EXCUSED'
                                                 when received < expected then 'OUTSTANDING' else 'SETTLED' end)
            order by line_id limit ?
            """;

    private static final String UNIT_NAMES = """
            select unit_id, name from directory_unit_version where unit_id = any (?) and valid_to is null
            """;

    private final Sql sql;

    PlanLines(Sql sql) {
        this.sql = sql;
    }

    /// Somebody on a list.
    ///
    /// @param name null where that is not known here
    /// @param unit where the member is now, or was last
    /// @param received what was given and not taken back
    record Line(
            UUID id,
            MemberId member,
            @Nullable String name,
            @Nullable UnitId unit,
            long expected,
            @Nullable String excuse,
            long received) {

        static Line read(ResultSet row) throws SQLException {
            UUID unit = row.getObject(4, UUID.class);
            return new Line(
                    row.getObject(1, UUID.class),
                    new MemberId(row.getObject(2, UUID.class)),
                    row.getString(3),
                    unit == null ? null : new UnitId(unit),
                    row.getLong(5),
                    row.getString(6),
                    row.getLong(7));
        }

        long outstanding() {
            return excuse == null ? Math.max(expected - received, 0) : 0;
        }

        PayerState state() {
            return excuse != null
                    ? PayerState.EXCUSED
                    : outstanding() > 0 ? PayerState.OUTSTANDING : PayerState.SETTLED;
        }
    }

    /// The same of every active member of the units who is not on the list yet.
    void expectOfAll(PlanId plan, Set<UnitId> units, long amount) {
        List<UUID> members = sql.list(NOT_LISTED, row -> row.getObject(1, UUID.class), ids(units), plan.value());
        expect(plan, members, members.stream().map(each -> amount).toList());
    }

    /// What each of them gives, in the same order; who is on the list already gives this from now on.
    void expect(PlanId plan, List<UUID> members, List<Long> amounts) {
        sql.change(
                EXPECT,
                plan.value(),
                Stream.generate(Ids::next).limit(members.size()).toArray(UUID[]::new),
                members.toArray(UUID[]::new),
                amounts.stream().map(Object::toString).toArray(String[]::new));
    }

    /// Expects nothing of them any more; returns how many of them are on the list.
    int excuse(PlanId plan, Collection<MemberId> members, String why) {
        return sql.change(
                EXCUSE, why, plan.value(), members.stream().map(MemberId::value).toArray(UUID[]::new));
    }

    ExpectedTotal total(PlanId plan) {
        return sql.one(TOTAL, row -> new ExpectedTotal(row.getInt(1), row.getLong(2)), plan.value())
                .orElseThrow();
    }

    /// @param units null: wherever they are
    List<Line> page(
            PlanId plan, @Nullable PayerState state, @Nullable Set<UnitId> units, @Nullable UUID after, int rows) {
        UUID[] in = units == null ? null : ids(units);
        String wanted = state == null ? null : state.name();
        return sql.list(PAGE, Line::read, plan.value(), after, after, in, in, wanted, wanted, rows);
    }

    /// What the units are called now; those that have ended are left out.
    Map<UUID, String> names(Collection<UnitId> units) {
        return sql
                .list(UNIT_NAMES, row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)), (Object) ids(units))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static UUID[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
