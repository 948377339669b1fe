package vn.congdoan.vks.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Problems;

/// Writes the audit trail, always in the transaction of what it tells about.
@ApplicationScoped
public class AuditTrail {

    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    AuditTrail(EntityManager entities, Caller caller, Clock clock) {
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /// A record was created or changed.
    ///
    /// @param action what was done, in the words of the API: `admit`, `patch`
    /// @param resourceType which kind of record: `member`
    /// @param changed the names of the fields that changed
    public void changed(String action, String resourceType, UUID resourceId, UnitId unit, List<String> changed) {
        write(action, resourceType, resourceId, unit, null, changed);
    }

    /// Sensitive data of a record was shown, for a purpose that the caller gave (law 91/2025/QH15: every processing of
    /// personal data has one).
    public void read(String resourceType, UUID resourceId, UnitId unit, String purpose) {
        write("read-sensitive", resourceType, resourceId, unit, purpose, List.of());
    }

    private void write(
            String action,
            String resourceType,
            UUID resourceId,
            UnitId unit,
            @Nullable String purpose,
            List<String> changed) {
        AuditEntry entry = new AuditEntry();
        entry.id = Ids.next();
        entry.at = clock.instant();
        entry.actor = caller.principal();
        entry.assignmentId = caller.authority().orElse(null);
        entry.action = action;
        entry.resourceType = resourceType;
        entry.resourceId = resourceId;
        entry.unitId = unit;
        entry.purpose = purpose;
        entry.requestId = (String) MDC.get(Problems.REQUEST_ID);
        entry.changed = List.copyOf(changed);
        entities.persist(entry);
    }
}
