package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/// What a union has set that one person gets for a kind of support: at once, and in a year, by cases and by programmes
/// together.
@ApplicationScoped
public class PersonalLimits {

    /// What was approved for members, or for relatives of theirs, by requests and lists of a year: the most of it.
    private static final String MOST_GIVEN_IN_YEAR = """
            select coalesce(max(given), 0)::bigint, count(*) filter (where given > ?) from (
                select sum(amount) as given from (
                    select member_id, approved as amount from support_case
                    where member_id = any (?) and unit_id = any (?) and kind = ? and status in ('APPROVED', 'PAID')
                        and requested_on between ? and ?
                    union all
                    select member_id, line.amount from programme_line line join support_programme using (programme_id)
                    where member_id = any (?) and unit_id = any (?) and kind = ? and state in ('DUE', 'PAID')
                        and support_programme.status in ('APPROVED', 'CLOSED') and listed_on between ? and ?
                ) each_time group by member_id
            ) each_one
            """;

    private final SupportLimits limits;
    private final Directory directory;
    private final Turns turns;
    private final Sql sql;

    PersonalLimits(SupportLimits limits, Directory directory, Turns turns, Sql sql) {
        this.limits = limits;
        this.directory = directory;
        this.turns = turns;
        this.sql = sql;
    }

    /// 422 where one person may not get so much at once.
    public void requireForOne(UnitPlace place, SupportKind kind, LocalDate day, long amount) {
        Long most = inForce(place, kind, day).map(SupportLimit::perCase).orElse(null);
        if (most != null && amount > most) {
            throw above("/amount", "above-the-limit", Map.of("most", new Dong(most)));
        }
    }

    /// 422 where any of them would get more in the year than one may. Approvals of a union wait for one another from
    /// here on.
    public void requireForEach(
            UnitPlace place, SupportKind kind, LocalDate day, Collection<MemberId> members, long amount) {
        turns.toChange("support-limits", place.unionId());
        Long most =
                inForce(place, kind, day).map(SupportLimit::perPersonAndYear).orElse(null);
        if (most == null) {
            return;
        }
        UUID[] units =
                directory.subtree(place.unionId()).stream().map(UnitId::value).toArray(UUID[]::new);
        UUID[] asked = members.stream().map(MemberId::value).toArray(UUID[]::new);
        LocalDate first = day.withDayOfYear(1);
        LocalDate last = first.plusYears(1).minusDays(1);
        String ofKind = kind.name();
        Given given = sql.one(
                        MOST_GIVEN_IN_YEAR,
                        row -> new Given(row.getLong(1), row.getInt(2)),
                        most - amount,
                        asked,
                        units,
                        ofKind,
                        first,
                        last,
                        asked,
                        units,
                        ofKind,
                        first,
                        last)
                .orElseThrow();
        if (amount > most - given.most()) {
            throw members.size() == 1
                    ? above(
                            "/amount",
                            "above-the-yearly-limit",
                            Map.of("most", new Dong(Math.max(most - given.most(), 0))))
                    : above("", "some-above-the-yearly-limit", Map.of("people", Math.max(given.many(), 1)));
        }
    }

    private record Given(long most, int many) {}

    private Optional<SupportLimit> inForce(UnitPlace place, SupportKind kind, LocalDate day) {
        return limits.inForce(place.unionId(), kind, day);
    }

    private static Unprocessable above(String at, String code, Map<String, Object> values) {
        return new Unprocessable(List.of(new Violation(at, code, values)));
    }
}
