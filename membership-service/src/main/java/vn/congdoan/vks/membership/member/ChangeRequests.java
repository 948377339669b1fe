package vn.congdoan.vks.membership.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All change requests, waiting and closed.
@ApplicationScoped
class ChangeRequests implements PanacheRepositoryBase<ChangeRequest, ChangeRequestId> {

    ChangeRequest require(MemberId member, ChangeRequestId id) {
        return findByIdOptional(id)
                .filter(each -> each.memberId().equals(member))
                .orElseThrow(NotFound::new);
    }

    /// For a change: whoever decides on the same one waits, and then sees what became of it.
    ChangeRequest requireToChange(MemberId member, ChangeRequestId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(each -> each.memberId().equals(member))
                .orElseThrow(NotFound::new);
    }

    /// A member's, the last first.
    List<ChangeRequest> ofMember(MemberId member, @Nullable UUID before, int rows) {
        return page(List.of("memberId = :member"), Map.of("member", member), null, before, rows);
    }

    long countWaitingOf(MemberId member) {
        return count("memberId = ?1 and status = ?2", member, ChangeRequestStatus.WAITING);
    }

    List<ChangeRequest> waitingOf(MemberId member) {
        return list("memberId = ?1 and status = ?2", member, ChangeRequestStatus.WAITING);
    }

    /// Those of members who are in some units, the last first.
    List<ChangeRequest> inUnits(
            Set<UnitId> units, @Nullable ChangeRequestStatus status, @Nullable UUID before, int rows) {
        return page(
                List.of("memberId in (select member.id from Member member where member.unitId in :units"
                        + " and member.status <> MERGED)"),
                Map.of("units", units),
                status,
                before,
                rows);
    }

    private List<ChangeRequest> page(
            List<String> of,
            Map<String, Object> named,
            @Nullable ChangeRequestStatus status,
            @Nullable UUID before,
            int rows) {
        List<String> conditions = new ArrayList<>(of);
        Map<String, Object> values = new HashMap<>(named);
        if (status != null) {
            conditions.add("status = :status");
            values.put("status", status);
        }
        if (before != null) {
            conditions.add("id.value < :before");
            values.put("before", before);
        }
        return find(String.join(" and ", conditions) + " order by id.value desc", values)
                .page(Page.ofSize(rows))
                .list();
    }
}
