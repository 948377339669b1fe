package vn.congdoan.vks.welfare;

import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.RestoredNode;
import vn.congdoan.vks.welfare.ledger.TransferState;

/// Payments that a backup did not have, as they come back from the node that was told of them.
public final class PaymentsFromElsewhere {

    private PaymentsFromElsewhere() {}

    /// A payment for HARDSHIP; returns its id.
    public static String comesBack(
            Instance<Replica> replicas,
            Organization owner,
            String fund,
            String promise,
            String method,
            long amount,
            String day) {
        UUID id = UUID.randomUUID();
        String told = """
                [{"id": "%1$s", "version": 0, "owner": "%2$s", "recorded": "%7$sT02:00:00Z", "state": {
                  "fundId": "%3$s", "date": "%7$s", "bookedAt": "%7$sT02:00:00Z", "kind": "EXPENSE",
                  "purpose": "HARDSHIP", "fulfils": "%4$s",
                  "postings": [{"account": "EXPENSE", "code": "HARDSHIP", "amount": %6$d},
                               {"account": "%5$s", "amount": -%6$d}]}}]
                """.formatted(id, owner.id(), fund, promise, method, amount, day);
        RestoredNode.takesBack(() -> replicas.stream()
                .filter(each -> each.type().equals(TransferState.TYPE))
                .findFirst()
                .orElseThrow()
                .apply(told));
        return id.toString();
    }
}
