package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.province.Provinces;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Problem;
import vn.congdoan.vks.platform.problem.Problems;

/// Shows a member as far as the caller may see it, and audits every showing of sensitive data.
@ApplicationScoped
class MemberViews {

    static final String OWN_RECORD = "own record";

    private final Units units;
    private final PersonVault vault;
    private final Provinces provinces;
    private final Problems problems;
    private final HttpHeaders headers;
    private final Caller caller;
    private final AuditTrail trail;
    private final Clock clock;

    MemberViews(
            Units units,
            Provinces provinces,
            PersonVault vault,
            Caller caller,
            AuditTrail trail,
            Problems problems,
            HttpHeaders headers,
            Clock clock) {
        this.provinces = provinces;
        this.problems = problems;
        this.headers = headers;
        this.units = units;
        this.vault = vault;
        this.caller = caller;
        this.trail = trail;
        this.clock = clock;
    }

    /// A view and the tag that names it.
    record Shown(MemberView view, EntityTag tag) {}

    /// 404 unless the caller may see the member.
    void requireVisible(Member member) {
        if (!caller.isMember(member.id())) {
            caller.see(Permission.READ_MEMBERS, member.unitId());
        }
    }

    /// @param purpose why sensitive data is wanted; null: it is not. What a caller may not see stays absent even then.
    Shown show(Member member, @Nullable String purpose) {
        return show(member, purpose, units.require(member.unitId()).refOn(LocalDate.now(clock)));
    }

    /// The answer to whoever changed the member.
    Response answer(Member member) {
        Shown shown = show(member, null);
        return Response.ok(shown.view()).tag(shown.tag()).build();
    }

    /// The same in the unit in which the member was counted on a day; 404 where there was none.
    Shown showAsOf(Member member, @Nullable String purpose, LocalDate day) {
        requireVisible(member);
        UnitId then = member.unitOn(day).orElseThrow(NotFound::new);
        Shown shown = show(member, purpose, units.require(then).refOn(day));
        return new Shown(shown.view(), new EntityTag(shown.tag().getValue() + "-" + day));
    }

    private Shown show(Member member, @Nullable String purpose, UnitRef unit) {
        if (caller.isMember(member.id())) {
            return whole(member, unit, purpose == null ? OWN_RECORD : purpose);
        }
        Reach reach = caller.reach(Permission.READ_MEMBERS, member.unitId());
        if (reach == Reach.NONE) {
            throw new NotFound();
        }
        if (reach == Reach.OVERSIGHT) {
            return new Shown(MemberView.overseen(member, unit), ETags.of(member.version(), "oversight"));
        }
        if (caller.reach(Permission.READ_SENSITIVE, member.unitId()) != Reach.SCOPE) {
            return new Shown(MemberView.inScope(member, unit), ETags.of(member.version(), "scope"));
        }
        if (purpose != null) {
            return whole(member, unit, purpose);
        }
        Sensitive hidden = vault.open(member.id(), member.sealed());
        return new Shown(
                MemberView.masked(member, unit, hidden, warnings(member, hidden)),
                ETags.of(member.version(), "masked"));
    }

    /// How much of the history the caller sees; 404 if none. Whoever sees sensitive data leaves an entry in the trail.
    HistoryEntry.Sight sight(Member member, @Nullable String purpose) {
        if (caller.isMember(member.id())) {
            return wholeSight(member, purpose == null ? OWN_RECORD : purpose);
        }
        if (caller.see(Permission.READ_MEMBERS, member.unitId()) == Reach.OVERSIGHT) {
            return HistoryEntry.Sight.OVERSIGHT;
        }
        if (purpose == null || caller.reach(Permission.READ_SENSITIVE, member.unitId()) != Reach.SCOPE) {
            return HistoryEntry.Sight.SCOPE;
        }
        return wholeSight(member, purpose);
    }

    private HistoryEntry.Sight wholeSight(Member member, String purpose) {
        trail.read("member", member.id().value(), member.unitId(), purpose);
        return HistoryEntry.Sight.WHOLE;
    }

    /// Everything, to whoever was found to be permitted; audited.
    MemberView whole(Member member, String purpose) {
        return whole(member, units.require(member.unitId()).refOn(LocalDate.now(clock)), purpose)
                .view();
    }

    private Shown whole(Member member, UnitRef unit, String purpose) {
        trail.read("member", member.id().value(), member.unitId(), purpose);
        Sensitive shown = vault.open(member.id(), member.sealed());
        return new Shown(
                MemberView.whole(member, unit, shown, warnings(member, shown)), ETags.of(member.version(), "whole"));
    }

    private List<Problem.Place> warnings(Member member, Sensitive sensitive) {
        String digits = sensitive.citizenId();
        Profile profile = member.profile();
        return digits == null
                ? List.of()
                : new CitizenIdNumber(digits)
                        .disagreements(profile.birthYear(), profile.gender(), provinces.codes()).stream()
                                .map(each -> problems.place(each, headers))
                                .toList();
    }
}
