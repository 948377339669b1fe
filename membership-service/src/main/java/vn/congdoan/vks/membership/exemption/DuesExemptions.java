package vn.congdoan.vks.membership.exemption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All exemptions from dues.
@ApplicationScoped
class DuesExemptions implements PanacheRepositoryBase<DuesExemption, DuesExemptionId> {

    /// Those of a member, in the order of their days.
    List<DuesExemption> of(MemberId member) {
        return list("memberId = ?1 order by validFrom", member);
    }

    /// All of a member, for a change.
    List<DuesExemption> ofMemberToChange(MemberId member) {
        return find("memberId = ?1 order by id.value", member)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// One of a member, for a change: whoever changes the same one waits.
    DuesExemption requireToChange(MemberId member, DuesExemptionId id) {
        return ofMember(member, findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    DuesExemption require(MemberId member, DuesExemptionId id) {
        return ofMember(member, findByIdOptional(id));
    }

    private static DuesExemption ofMember(MemberId member, Optional<DuesExemption> found) {
        return found.filter(each -> each.memberId().equals(member)).orElseThrow(NotFound::new);
    }
}
