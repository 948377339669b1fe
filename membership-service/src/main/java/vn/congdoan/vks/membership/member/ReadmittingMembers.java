package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodies;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Kết nạp lại: whoever was refused or has left applies again. The superior decides on a readmission, so whoever
/// records it says who that was.
@ApplicationScoped
class ReadmittingMembers {

    private static final String DECIDED_BY = "/decidedBy";

    private final Directory directory;
    private final ExternalBodies bodies;
    private final Units units;
    private final TakenNumbers numbers;
    private final MembershipSteps steps;
    private final Turns turns;
    private final Clock clock;

    ReadmittingMembers(
            Directory directory,
            ExternalBodies bodies,
            Units units,
            TakenNumbers numbers,
            MembershipSteps steps,
            Turns turns,
            Clock clock) {
        this.directory = directory;
        this.bodies = bodies;
        this.units = units;
        this.numbers = numbers;
        this.steps = steps;
        this.turns = turns;
        this.clock = clock;
    }

    /// Somebody who was refused or has left applies to a unit again. 422 where somebody there has one of the numbers.
    void reapply(Member member, UnitId unitId) {
        LocalDate today = LocalDate.now(clock);
        Unit unit = units.require(unitId);
        if (!unit.existsOn(today)) {
            throw new Unprocessable("/unitId", "unit-not-existing-then");
        }
        UnitId union = unit.unionOn(today);
        MembershipStep step = member.reapply(unitId, union, today, clock.instant());
        turns.toChange(Member.NUMBERS, union);
        List<Violation> taken = numbers.taken(member.id(), union, member.profile(), member.citizenIdHash());
        if (!taken.isEmpty()) {
            throw new Unprocessable(taken);
        }
        steps.record(member, step);
    }

    /// 422 where a first admission names a superior, or a readmission none, or none that is one.
    void requireDecidedRightly(Member applicant, @Nullable Superior superior, LocalDate decided) {
        if (!applicant.wasMemberBefore()) {
            if (superior != null) {
                throw new Unprocessable(DECIDED_BY, "only-for-a-readmission");
            }
            return;
        }
        if (superior == null) {
            throw new Unprocessable(DECIDED_BY, "required");
        }
        if (!superior.namesOne()) {
            throw new Unprocessable(DECIDED_BY, "unit-or-external-body");
        }
        UnitId unit = superior.unitId();
        ExternalBodyId body = superior.externalBodyId();
        if (unit != null) {
            requireAbove(applicant.unitId(), unit);
        } else if (body == null
                || bodies.findByIdOptional(body)
                        .filter(each -> each.existsOn(decided))
                        .isEmpty()) {
            throw new Unprocessable(DECIDED_BY + "/externalBodyId", "unknown-external-body");
        }
    }

    private void requireAbove(UnitId unit, UnitId superior) {
        UnitPlace place = directory.place(unit).orElseThrow();
        if (!place.unionsAbove().contains(superior)) {
            throw new Unprocessable(DECIDED_BY + "/unitId", "not-a-superior");
        }
    }
}
