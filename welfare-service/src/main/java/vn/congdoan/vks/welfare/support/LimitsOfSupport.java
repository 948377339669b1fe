package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /// What was approved for members, or for relatives of theirs, in a year, in money and goods: by requests
    /// and lists, by what was granted to unions below for theirs, and by what goes on (`care_commitment`, which
    /// counts with its amount of a year in each year that it reaches into). What was approved by another record
    /// of the same person counts as well.
    private static final String GIVEN_IN_YEAR = """
            with told as materialized (
                select ?::uuid[] as asked, ?::uuid[] as units, ?::text as of_kind, ?::date as first_day, ?::date as last_day
            ), person as materialized (
                select one.asked, record
                from told cross join unnest(told.asked) as one (asked)
                cross join records_of_person(one.asked) as record
            ), who as materialized (
                select told.*, array(select record from person) as ids from told
            )
            select asked, person_of(asked), coalesce(sum(given), 0)::bigint
            from person left join (
                select member_id, approved + coalesce(approved_goods, 0) as given
                from who join support_case on member_id = any (ids) and unit_id = any (units) and kind = of_kind
                where status in ('APPROVED', 'PAID') and requested_on between first_day and last_day
                union all
                select member_id, line.amount
                from who join programme_line line on member_id = any (ids) and state in ('DUE', 'PAID')
                join support_programme programme using (programme_id)
                where unit_id = any (units) and kind = of_kind and programme.status in ('APPROVED', 'CLOSED')
                    and listed_on between first_day and last_day
                union all
                select line.member_id, proposal_grant.amount
                from who join proposal_line line on line.member_id = any (ids) and line.kind = of_kind
                join proposal using (proposal_id)
                join proposal_answer answer on answer.proposal_id = proposal.proposal_id
                    and answer.round = proposal.round and answer.unit_id = superior_unit_id
                join proposal_grant
                    on proposal_grant.answer_id = answer.answer_id and proposal_grant.line_id = line.line_id
                where superior_unit_id = any (units) and outcome = 'DECIDED'
                    and proposed_on between first_day and last_day
                union all
                select member_id, amount_of_year
                from who join care_commitment on member_id = any (ids) and unit_id = any (units) and kind = of_kind
                where status in ('APPROVED', 'ENDED')
                    and coalesce(least(last_due_on, ended_on), 'infinity') >= first_day and first_due_on <= last_day
            ) each_time on member_id = record
            group by asked
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
        Map<MemberId, Given> given = given(place, kind, day.getYear(), members);
        long others = given.values().stream().mapToLong(Given::amount).max().orElse(0);
        if (amount > most - others) {
            long people = given.values().stream()
                    .filter(each -> each.amount() > most - amount)
                    .count();
            throw members.size() == 1
                    ? above(at, "above-the-yearly-limit", Math.max(most - others, 0))
                    : new Unprocessable(List.of(
                            new Violation(at, "some-above-the-yearly-limit", Map.of("people", Math.max(people, 1)))));
        }
    }

    /// What one person is to get by a list that was resolved on.
    ///
    /// @param member who gets it, or whose relative; null: nobody of the union
    /// @param at where the request says how much
    public record Listed(SupportKind kind, @Nullable MemberId member, long amount, String at) {}

    /// 422 where somebody on a list gets more than one may at once, or in the year. Approvals of a union wait for one
    /// another from here on.
    public void requireForList(UnitPlace place, LocalDate day, List<Listed> list) {
        turns.toChange("support-limits", place.unionId());
        Map<SupportKind, List<Listed>> byKind = list.stream().collect(Collectors.groupingBy(Listed::kind));
        byKind.forEach((kind, some) ->
                limits.inForce(place.unionId(), kind, day).ifPresent(limit -> requireForSome(limit, place, day, some)));
    }

    private void requireForSome(SupportLimit limit, UnitPlace place, LocalDate day, List<Listed> some) {
        some.forEach(each -> requireForOne(limit, each.amount(), each.at()));
        Long most = limit.perPersonAndYear();
        if (most == null) {
            return;
        }
        Set<MemberId> members =
                some.stream().map(Listed::member).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<MemberId, Given> given = given(place, some.getFirst().kind(), day.getYear(), members);
        Map<UUID, Long> listed = new HashMap<>();
        for (Listed each : some) {
            Given before = each.member() == null ? null : given.get(each.member());
            if (before == null) {
                continue;
            }
            long left = most - before.amount() - listed.getOrDefault(before.person(), 0L);
            if (each.amount() > left) {
                throw above(each.at(), "above-the-yearly-limit", Math.max(left, 0));
            }
            listed.merge(before.person(), each.amount(), Long::sum);
        }
    }

    /// @param person who it is: the record that has taken in all others
    /// @param amount that he or she got in the year
    private record Given(UUID person, long amount) {}

    private Map<MemberId, Given> given(UnitPlace place, SupportKind kind, int year, Collection<MemberId> members) {
        return sql
                .list(
                        GIVEN_IN_YEAR,
                        row -> Map.entry(
                                new MemberId(row.getObject(1, UUID.class)),
                                new Given(row.getObject(2, UUID.class), row.getLong(3))),
                        members.stream().map(MemberId::value).toArray(UUID[]::new),
                        directory.subtree(place.unionId()).stream()
                                .map(UnitId::value)
                                .toArray(UUID[]::new),
                        kind.name(),
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Unprocessable above(String at, String code, long most) {
        return new Unprocessable(List.of(new Violation(at, code, Map.of("most", new Dong(most)))));
    }
}
