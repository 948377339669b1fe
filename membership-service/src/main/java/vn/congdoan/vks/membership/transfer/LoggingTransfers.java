package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;

/// Puts what happened to transfers into change log and audit trail. Both ends are told of each.
@ApplicationScoped
class LoggingTransfers {

    private final Transfers transfers;
    private final Directory directory;
    private final ChangeLog log;
    private final AuditTrail trail;

    LoggingTransfers(Transfers transfers, Directory directory, ChangeLog log, AuditTrail trail) {
        this.transfers = transfers;
        this.directory = directory;
        this.log = log;
        this.trail = trail;
    }

    /// @param action what was done, in the words of the API; `happened` the same as a past participle
    /// @param unit of the end that did it
    void happened(Transfer transfer, String action, String happened, UnitId unit, List<String> changed) {
        transfers.flush();
        Audience told =
                transfer.units().map(this::audience).reduce(Audience::and).orElseThrow();
        log.append(transfer.change(happened, told));
        trail.changed(action, "transfer", transfer.id().value(), unit, changed);
    }

    private Audience audience(UnitId unit) {
        return Audience.ofUnionAt(directory.place(unit).orElseThrow());
    }
}
