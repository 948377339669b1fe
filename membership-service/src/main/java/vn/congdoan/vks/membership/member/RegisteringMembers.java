package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Takes an application into the record, with the sensitive part sealed under a new key of the person.
@ApplicationScoped
class RegisteringMembers {

    private final Members members;
    private final Units units;
    private final PersonVault vault;
    private final EntityManager entities;
    private final Caller caller;
    private final Turns turns;
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    RegisteringMembers(
            Members members,
            Units units,
            PersonVault vault,
            EntityManager entities,
            Caller caller,
            Turns turns,
            LoggingMembers log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.members = members;
        this.units = units;
        this.vault = vault;
        this.entities = entities;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param created false where an equal application had been taken before
    record Outcome(Member member, boolean created) {}

    Outcome apply(MemberId id, MemberForm form) {
        units.standStill();
        caller.actAt("/unitId", Permission.KEEP_MEMBERS, form.unitId());
        requireInOrder(form);
        byte[] createdAs = hash.of(form);
        LocalDate today = LocalDate.now(clock);
        Unit unit = units.findByIdOptional(form.unitId()).orElseThrow(() -> Forbidden.unitOutOfScope("/unitId"));
        Optional<Member> made = turns.toCreate(
                "member", id.value(), () -> members.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return new Outcome(made.get(), false);
        }
        turns.toChange(Member.NUMBERS, unit.unionOn(today));
        if (!unit.existsOn(today)) {
            throw new Unprocessable("/unitId", "unit-not-existing-then");
        }
        PersonKey key = vault.newKey(id);
        Member member = new Member(
                id, unit.unionOn(today), form, vault.sealed(id, key, form.sensitive()), createdAs, clock.instant());
        MembershipStep step = member.apply(today, clock.instant());
        members.persist(member);
        entities.persist(key);
        entities.persist(step);
        log.changed(new LoggingMembers.Happening(member, step));
        trail.changed(step.action(), "member", id.value(), member.unitId(), List.of("status"));
        return new Outcome(member, true);
    }

    private void requireInOrder(MemberForm form) {
        List<Violation> misplaced = form.notInApplication();
        if (!misplaced.isEmpty()) {
            throw new Invalid(misplaced);
        }
        List<Violation> contradictions = form.contradictions(LocalDate.now(clock));
        if (!contradictions.isEmpty()) {
            throw new Unprocessable(contradictions);
        }
    }
}
