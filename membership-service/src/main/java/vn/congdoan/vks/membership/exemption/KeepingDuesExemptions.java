package vn.congdoan.vks.membership.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberPlaces;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Grants exemptions and ends them before their time, by an OFFICER of where the member is; shows them to the union's
/// staff.
@ApplicationScoped
class KeepingDuesExemptions {

    private static final List<String> FIELDS = List.of("validFrom", "validTo", "reason", "decision");

    private final DuesExemptions exemptions;
    private final MemberPlaces members;
    private final Directory directory;
    private final Caller caller;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingDuesExemptions(
            DuesExemptions exemptions,
            MemberPlaces members,
            Directory directory,
            Caller caller,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.exemptions = exemptions;
        this.members = members;
        this.directory = directory;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param created false where an equal one had been granted before
    record Outcome(DuesExemption exemption, boolean created) {}

    Outcome grant(MemberId member, NewDuesExemption form) {
        requireSeen(member);
        // Now the member is held, and is where it is.
        members.requireStanding(member);
        UnitId unit = requireSeen(member);
        caller.act(Permission.KEEP_MEMBERS, unit);
        DuesExemptionId id = form.id() == null ? new DuesExemptionId(Ids.next()) : form.id();
        byte[] createdAs = hash.of(form);
        Optional<DuesExemption> made = turns.toCreate(
                "dues-exemption",
                id.value(),
                () -> exemptions.findByIdOptional(id),
                each -> each.wasCreatedAs(member, createdAs));
        if (made.isPresent()) {
            return new Outcome(made.get(), false);
        }
        if (form.decision().date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        if (!members.wasMemberOn(member, form.validFrom())) {
            throw new Unprocessable("/validFrom", "no-member-then");
        }
        LocalDate end = form.validTo();
        if (members.firstDayWithout(member)
                .filter(day -> end == null || end.isAfter(day))
                .isPresent()) {
            throw new Unprocessable("/validTo", "after-the-membership");
        }
        UnitId union = place(unit).unionId();
        DuesExemption exemption = new DuesExemption(id, member, union, form, createdAs, clock.instant());
        exemptions.persistAndFlush(exemption);
        recorded(exemption, "exempt-from-dues", "granted", exemption.validFrom(), unit);
        return new Outcome(exemption, true);
    }

    DuesExemption end(MemberId member, DuesExemptionId id, @Nullable String ifMatch, @Nullable LocalDate on) {
        UnitId unit = requireSeen(member);
        DuesExemption exemption = exemptions.requireToChange(member, id);
        caller.act(Permission.KEEP_MEMBERS, unit);
        ETags.requireMatch(ifMatch, exemption.version());
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        exemption.end(day);
        exemptions.flush();
        recorded(exemption, "end-exemption-from-dues", "ended", day, unit);
        return exemption;
    }

    /// It holds for another record of the same person from now on.
    void passOn(DuesExemption exemption, MemberId member) {
        exemption.passOn(member);
        exemptions.flush();
        UnitId unit = members.require(member);
        recorded(exemption, "pass-on-exemption-from-dues", "merged", exemption.validFrom(), unit);
    }

    List<DuesExemptionView> of(MemberId member) {
        requireSeen(member);
        return exemptions.of(member).stream().map(DuesExemption::view).toList();
    }

    DuesExemption require(MemberId member, DuesExemptionId id) {
        requireSeen(member);
        return exemptions.require(member, id);
    }

    /// Only inside the union: from above one sees members, not what they pay.
    private UnitId requireSeen(MemberId member) {
        UnitId unit = members.require(member);
        if (caller.see(Permission.READ_MEMBERS, unit) != Reach.SCOPE) {
            throw new NotFound();
        }
        return unit;
    }

    private void recorded(DuesExemption exemption, String action, String happened, LocalDate day, UnitId unit) {
        log.append(exemption.change(happened, day, Audience.ofUnionAt(place(exemption.ownerUnionId()))));
        trail.changed(action, "member", exemption.memberId().value(), unit, FIELDS);
    }

    private UnitPlace place(UnitId unit) {
        return directory.place(unit).orElseThrow();
    }
}
