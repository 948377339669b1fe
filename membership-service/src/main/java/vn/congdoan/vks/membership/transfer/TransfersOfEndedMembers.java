package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.membership.member.MembersReorganized;
import vn.congdoan.vks.membership.member.PlacementsChanged;
import vn.congdoan.vks.membership.member.TransferringMembers;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.sql.Sql;

/// Who is no member any more is not waited for: a pending transfer is withdrawn with the end of the membership.
@ApplicationScoped
class TransfersOfEndedMembers {

    private static final String WAITING = """
            select distinct member_id from transfer join membership_step step using (member_id)
            where step.reorganization_id = ? and transfer.status = 'PENDING'
            """;

    private final Transfers transfers;
    private final TransferringMembers members;
    private final LoggingTransfers log;
    private final Sql sql;
    private final Clock clock;

    TransfersOfEndedMembers(
            Transfers transfers, TransferringMembers members, LoggingTransfers log, Sql sql, Clock clock) {
        this.sql = sql;
        this.transfers = transfers;
        this.members = members;
        this.log = log;
        this.clock = clock;
    }

    void placementsChanged(@Observes PlacementsChanged changed) {
        settle(changed.member());
    }

    void membersReorganized(@Observes MembersReorganized reorganized) {
        sql.list(WAITING, row -> new MemberId(row.getObject(1, UUID.class)), reorganized.reorganization())
                .forEach(this::settle);
    }

    private void settle(MemberId member) {
        if (members.isActive(member)) {
            return;
        }
        transfers.pendingToChange(member).ifPresent(transfer -> {
            transfer.withdraw(clock.instant());
            log.happened(transfer, "withdraw", "withdrawn", transfer.fromUnitId(), List.of("status"));
        });
    }
}
