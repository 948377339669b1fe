package vn.congdoan.vks.membership.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All members' records, also of those who have left.
@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, MemberId> {

    private final Units units;

    Members(Units units) {
        this.units = units;
    }

    Member require(MemberId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// For a change: whoever changes the same member waits, and then sees that it has another version. Its unit stays
    /// as it is until then.
    Member requireToChange(MemberId id) {
        units.standStill();
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }
}
