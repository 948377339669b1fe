package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import vn.congdoan.vks.membership.member.PlacementsChanged;
import vn.congdoan.vks.membership.member.TransferringMembers;

/// Who is no member any more is not waited for: a pending transfer is withdrawn with the end of the membership.
@ApplicationScoped
class TransfersOfEndedMembers {

    private final Transfers transfers;
    private final TransferringMembers members;
    private final LoggingTransfers log;
    private final Clock clock;

    TransfersOfEndedMembers(Transfers transfers, TransferringMembers members, LoggingTransfers log, Clock clock) {
        this.transfers = transfers;
        this.members = members;
        this.log = log;
        this.clock = clock;
    }

    void placementsChanged(@Observes PlacementsChanged changed) {
        if (members.isActive(changed.member())) {
            return;
        }
        transfers.pendingToChange(changed.member()).ifPresent(transfer -> {
            transfer.withdraw(clock.instant());
            log.happened(transfer, "withdraw", "withdrawn", transfer.fromUnitId(), List.of("status"));
        });
    }
}
