package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberPlaces;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Problem;
import vn.congdoan.vks.platform.problem.Problems;

/// Shows a committee with the names of those who sit in it and with what differs from the rules, in the caller's
/// language.
@RequestScoped
class CommitteeViews {

    private final CommitteeRules rules;
    private final SeatedMembers places;
    private final MemberPlaces members;
    private final Units units;
    private final Problems problems;
    private final HttpHeaders headers;
    private final Clock clock;

    CommitteeViews(
            CommitteeRules rules,
            SeatedMembers places,
            MemberPlaces members,
            Units units,
            Problems problems,
            HttpHeaders headers,
            Clock clock) {
        this.rules = rules;
        this.places = places;
        this.members = members;
        this.units = units;
        this.problems = problems;
        this.headers = headers;
        this.clock = clock;
    }

    Response shown(Committee committee) {
        return shown(committee, null);
    }

    Response shown(Committee committee, @Nullable LocalDate asOf) {
        return Response.ok(view(committee, asOf)).tag(tag(committee)).build();
    }

    static EntityTag tag(Committee committee) {
        return ETags.of(committee.version(), "committee");
    }

    /// @param asOf the day whose seats are shown; null shows all
    CommitteeView view(Committee committee, @Nullable LocalDate asOf) {
        List<Seat> shown = committee.seats().stream()
                .filter(each -> asOf == null || each.isOn(asOf))
                .toList();
        Map<MemberId, String> names =
                members.names(shown.stream().map(Seat::memberId).toList());
        UnitRef unit = units.require(committee.unitId()).refOn(LocalDate.now(clock));
        return new CommitteeView(
                committee.id(),
                unit,
                committee.kind(),
                committee.status(),
                committee.term(),
                committee.validFrom(),
                committee.validTo(),
                committee.endedOn(),
                committee.recognition(),
                committee.endDecision(),
                shown.stream()
                        .map(each -> each.view(Objects.requireNonNull(names.get(each.memberId()))))
                        .toList(),
                warnings(committee, unit, asOf == null ? LocalDate.now(clock) : asOf));
    }

    /// Rules are made for unions. A day before the term is judged by its first day, one after it by its last.
    private List<Problem.Place> warnings(Committee committee, UnitRef unit, LocalDate asked) {
        if (!unit.kind().isUnion()) {
            return List.of();
        }
        LocalDate last =
                committee.end().isAfter(committee.validFrom()) ? committee.end().minusDays(1) : committee.validFrom();
        LocalDate day = asked.isAfter(last) ? last : asked;
        LocalDate counted = day.isBefore(committee.validFrom()) ? committee.validFrom() : day;
        CommitteeWarnings warnings = new CommitteeWarnings(
                rules.on(committee.validFrom()), counted, places.count(committee.unitId(), counted));
        return warnings.of(committee).stream()
                .map(each -> problems.place(each, headers))
                .toList();
    }
}
