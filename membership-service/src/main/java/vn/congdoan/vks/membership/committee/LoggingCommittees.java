package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;

/// Puts what happened to committees into the change log and the audit trail.
@ApplicationScoped
class LoggingCommittees {

    private final ChangeLog log;
    private final AuditTrail trail;
    private final Directory directory;
    private final EntityManager entities;

    LoggingCommittees(ChangeLog log, AuditTrail trail, Directory directory, EntityManager entities) {
        this.log = log;
        this.trail = trail;
        this.directory = directory;
        this.entities = entities;
    }

    /// Writes the committee and tells.
    void changed(Committee committee, String happened, LocalDate effectiveDate) {
        // The new version is known once it is written.
        entities.flush();
        Audience audience =
                Audience.ofUnionAt(directory.place(committee.ownerUnionId()).orElseThrow());
        log.append(committee.change(happened, effectiveDate, audience));
    }

    /// The same for what the caller does.
    void done(Committee committee, String action, String happened, LocalDate effectiveDate, List<String> fields) {
        changed(committee, happened, effectiveDate);
        trail.changed(action, "committee", committee.id().value(), committee.unitId(), fields);
    }
}
