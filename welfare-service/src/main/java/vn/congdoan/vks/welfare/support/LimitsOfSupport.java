package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.Dong;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Judges what is to be given by what the union may give: by the limit of the day on which it was asked for.
@ApplicationScoped
public class LimitsOfSupport {

    /// What was approved for members in money and goods, or for relatives of theirs, by requests and lists of a year
    /// and by what goes on (`care_commitment`, which counts with its amount of a year in each year that it reaches
    /// into): the most.
    private static final String GIVEN_IN_YEAR = """
            select coalesce(max(given), 0)::bigint, count(*) filter (where given > ?) from (
                select sum(given) as given from (
                    select member_id, approved + coalesce(approved_goods, 0) as given from support_case
                    where member_id = any (?) and unit_id = any (?) and kind = ? and status in ('APPROVED', 'PAID')
                        and requested_on between ? and ?
                    union all
                    select member_id, line.amount from programme_line line join support_programme using (programme_id)
                    where member_id = any (?) and unit_id = any (?) and kind = ? and state in ('DUE', 'PAID')
                        and support_programme.status in ('APPROVED', 'CLOSED') and listed_on between ? and ?
                    union all
                    select member_id, amount_of_year from care_commitment
                    where member_id = any (?) and unit_id = any (?) and kind = ? and status in ('APPROVED', 'ENDED')
                        and coalesce(least(last_due_on, ended_on), 'infinity') >= ? and first_due_on <= ?
                ) each_time group by member_id
            ) each_one
            """;

    private final SupportLimits limits;
    private final Directory directory;
    private final Turns turns;
    private final Sql sql;

    LimitsOfSupport(SupportLimits limits, Directory directory, Turns turns, Sql sql) {
        this.limits = limits;
        this.directory = directory;
        this.turns = turns;
        this.sql = sql;
    }

    /// What is to be given.
    ///
    /// @param place where the unit stands that gives it
    /// @param member who gets it, or whose relative; null: nobody of the union
    /// @param day on which it was asked for
    /// @param amount in đồng; of what goes on, that of a year
    public record Gift(
            UnitPlace place, SupportKind kind, @Nullable MemberId member, LocalDate day, long amount) {}

    /// 422 where it is too much, or too much for the chair alone.
    ///
    /// @param resolved whether the committee resolved it
    /// @param at where the request says what makes it too much
    public void require(Gift gift, boolean resolved, String at) {
        turns.toChange("support-limits", gift.place().unionId());
        SupportLimit limit =
                limits.inForce(gift.place().unionId(), gift.kind(), gift.day()).orElse(null);
        if (!resolved && gift.amount() > (limit == null ? 0 : limit.chairUpTo())) {
            throw new Unprocessable("/decision", "needs-a-resolution");
        }
        if (limit == null) {
            return;
        }
        requireForOne(limit, gift.amount(), at);
        if (gift.member() != null) {
            requireForEach(limit, gift.place(), gift.kind(), gift.day(), List.of(gift.member()), gift.amount(), at);
        }
    }

    /// 422 where one person may not get so much at once, as many are to.
    public void requireForOne(UnitPlace place, SupportKind kind, LocalDate day, long amount) {
        limits.inForce(place.unionId(), kind, day).ifPresent(limit -> requireForOne(limit, amount, "/amount"));
    }

    private static void requireForOne(SupportLimit limit, long amount, String at) {
        if (limit.perCase() != null && amount > limit.perCase()) {
            throw above(at, "above-the-limit", limit.perCase());
        }
    }

    /// 422 where any of them would get more in the year than one may. Approvals of a union wait for one another from
    /// here on.
    public void requireForEach(
            UnitPlace place, SupportKind kind, LocalDate day, Collection<MemberId> members, long amount) {
        turns.toChange("support-limits", place.unionId());
        limits.inForce(place.unionId(), kind, day)
                .ifPresent(limit -> requireForEach(limit, place, kind, day, members, amount, ""));
    }

    private void requireForEach(
            SupportLimit limit,
            UnitPlace place,
            SupportKind kind,
            LocalDate day,
            Collection<MemberId> members,
            long amount,
            String at) {
        Long most = limit.perPersonAndYear();
        if (most == null) {
            return;
        }
        Given given = given(place, kind, day.getYear(), members, most - amount);
        if (amount > most - given.most()) {
            throw members.size() == 1
                    ? above(at, "above-the-yearly-limit", Math.max(most - given.most(), 0))
                    : new Unprocessable(List.of(new Violation(
                            at, "some-above-the-yearly-limit", Map.of("people", Math.max(given.people(), 1)))));
        }
    }

    /// @param most that any of them got in the year
    /// @param people how many have got too much for what is to come
    private record Given(long most, int people) {}

    private Given given(UnitPlace place, SupportKind kind, int year, Collection<MemberId> members, long left) {
        UUID[] who = members.stream().map(MemberId::value).toArray(UUID[]::new);
        UUID[] of =
                directory.subtree(place.unionId()).stream().map(UnitId::value).toArray(UUID[]::new);
        String what = kind.name();
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        return sql.one(
                        GIVEN_IN_YEAR,
                        row -> new Given(row.getLong(1), row.getInt(2)),
                        left,
                        who,
                        of,
                        what,
                        first,
                        last,
                        who,
                        of,
                        what,
                        first,
                        last,
                        who,
                        of,
                        what,
                        first,
                        last)
                .orElseThrow();
    }

    private static Unprocessable above(String at, String code, long most) {
        return new Unprocessable(List.of(new Violation(at, code, Map.of("most", new Dong(most)))));
    }
}
