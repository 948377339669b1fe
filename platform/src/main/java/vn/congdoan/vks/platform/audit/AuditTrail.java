package vn.congdoan.vks.platform.audit;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Actor;
import vn.congdoan.vks.platform.access.Actors;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Problems;
import vn.congdoan.vks.platform.sql.Sql;

/// Writes the audit trail, always in the transaction of what it tells about.
@ApplicationScoped
public class AuditTrail {

    private static final String WRITE = """
            insert into audit_entry (audit_entry_id, at, issuer, subject, assignment_id, action, resource_type, resource_id,
                unit_id, purpose, request_id, changed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final Actors actors;
    private final Clock clock;

    AuditTrail(Sql sql, Actors actors, Clock clock) {
        this.sql = sql;
        this.actors = actors;
        this.clock = clock;
    }

    /// A record that something was done to, and the unit that it belongs to.
    public record Subject(UUID id, UnitId unit) {}

    /// A record was created or changed.
    ///
    /// @param action what was done, in the words of the API: `admit`, `patch`
    /// @param resourceType which kind of record: `member`
    /// @param changed the names of the fields that changed
    public void changed(String action, String resourceType, UUID resourceId, UnitId unit, List<String> changed) {
        changed(action, resourceType, List.of(new Subject(resourceId, unit)), changed);
    }

    /// The same was done to many records.
    public void changed(String action, String resourceType, List<Subject> subjects, List<String> changed) {
        write(action, resourceType, subjects, null, changed);
    }

    /// A record was changed, for a reason that the caller gave.
    public void changedBecause(
            String reason, String action, String resourceType, UUID resourceId, UnitId unit, List<String> changed) {
        write(action, resourceType, List.of(new Subject(resourceId, unit)), reason, changed);
    }

    /// Sensitive data of a record was shown, for a purpose that the caller gave (law 91/2025/QH15: every processing of
    /// personal data has one).
    public void read(String resourceType, UUID resourceId, UnitId unit, String purpose) {
        write("read-sensitive", resourceType, List.of(new Subject(resourceId, unit)), purpose, List.of());
    }

    /// What was done, as it will stand in the trail, with whoever did it and by which request. Who drew it up writes it
    /// later, maybe together with others.
    public static final class Draft {

        private final List<@Nullable Object[]> rows;

        private Draft(List<@Nullable Object[]> rows) {
            this.rows = rows;
        }
    }

    /// Draws up that the current actor created or changed a record.
    public Draft draft(String action, String resourceType, Subject subject, List<String> changed) {
        return draft(action, resourceType, List.of(subject), null, changed);
    }

    /// Writes what was drawn up.
    public void write(List<Draft> drafts) {
        sql.batch(WRITE, drafts.stream().flatMap(each -> each.rows.stream()).toList());
    }

    private void write(
            String action,
            String resourceType,
            List<Subject> subjects,
            @Nullable String purpose,
            List<String> changed) {
        write(List.of(draft(action, resourceType, subjects, purpose, changed)));
    }

    private Draft draft(
            String action,
            String resourceType,
            List<Subject> subjects,
            @Nullable String purpose,
            List<String> changed) {
        Actor actor = actors.current().orElseThrow(UnauthorizedException::new);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String[] fields = changed.toArray(String[]::new);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Subject each : subjects) {
            rows.add(new @Nullable Object[] {
                Ids.next(),
                now,
                actor.principal().issuer(),
                actor.principal().subject(),
                actor.assignment(),
                action,
                resourceType,
                each.id(),
                each.unit().value(),
                purpose,
                MDC.get(Problems.REQUEST_ID),
                fields
            });
        }
        return new Draft(rows);
    }
}
