package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Keeps the steps of memberships, each with its entries in change log and audit trail.
@ApplicationScoped
class MembershipSteps {

    private final EntityManager entities;
    private final Units units;
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final MergedRecords merged;
    private final Event<PlacementsChanged> placed;

    MembershipSteps(
            EntityManager entities,
            Units units,
            LoggingMembers log,
            AuditTrail trail,
            MergedRecords merged,
            Event<PlacementsChanged> placed) {
        this.entities = entities;
        this.units = units;
        this.log = log;
        this.trail = trail;
        this.merged = merged;
        this.placed = placed;
    }

    /// Records a step that a member just took.
    void record(Member member, MembershipStep step) {
        if (step.days().noneMatch(units.require(member.unitId())::existsOn)) {
            throw new Unprocessable("/effectiveDate", "unit-not-existing-then");
        }
        entities.persist(step);
        log.changed(new LoggingMembers.Happening(member, step));
        trail.changed(step.action(), "member", member.id().value(), member.unitId(), step.changed());
        merged.follow(List.of(member), step.effectiveDate());
        placed.fire(new PlacementsChanged(member.id()));
    }
}
