package vn.congdoan.vks.membership.reorganization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All reorganizations, done and to be done.
@ApplicationScoped
class Reorganizations implements PanacheRepositoryBase<Reorganization, ReorganizationId> {

    Reorganization require(ReorganizationId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// For a change: whoever changes the same one waits, and then sees what became of it.
    Reorganization requireToChange(ReorganizationId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /// Those whose day has come, in the order in which they must be done: those that were ordered here. Of
    /// another node's it is known that they are scheduled, not by whom.
    List<ReorganizationId> due(LocalDate today) {
        return find(
                        "status = ?1 and effectiveDate <= ?2 and scheduledBy.subject is not null"
                                + " order by effectiveDate, id.value",
                        ReorganizationStatus.SCHEDULED,
                        today)
                .stream()
                .map(Reorganization::id)
                .toList();
    }

    /// Those that are under way, here or at the nodes that have a part in them.
    List<ReorganizationId> underWay() {
        return find("status = ?1 order by effectiveDate, id.value", ReorganizationStatus.UNDER_WAY).stream()
                .map(Reorganization::id)
                .toList();
    }

    /// The last ones first: by their id, which tells when they were written down.
    List<Reorganization> page(
            @Nullable UnitId unit, @Nullable ReorganizationStatus status, @Nullable UUID before, int rows) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        if (unit != null) {
            conditions.add("array_contains(units, :unit)");
            values.put("unit", unit.value());
        }
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
