package vn.congdoan.vks.welfare;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.Organization;
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
        return comesBack(replicas, owner, fund, promise, "EXPENSE", "HARDSHIP", "EXPENSE", method, amount, day);
    }

    /// A payment by bank of what a fund owed for OTHER; returns its id.
    public static String settled(
            Instance<Replica> replicas, Organization owner, String fund, String promise, long amount, String day) {
        return comesBack(replicas, owner, fund, promise, "SETTLEMENT", "OTHER", "PAYABLE", "BANK", amount, day);
    }

    private static String comesBack(
            Instance<Replica> replicas,
            Organization owner,
            String fund,
            String promise,
            String kind,
            String purpose,
            String account,
            String method,
            long amount,
            String day) {
        UUID id = UUID.randomUUID();
        String told = """
                [{"id": "%1$s", "version": 0, "owner": "%2$s", "recorded": "%7$sT02:00:00Z", "state": {
                  "fundId": "%3$s", "date": "%7$s", "bookedAt": "%7$sT02:00:00Z", "kind": "%8$s",
                  "purpose": "%9$s", "fulfils": "%4$s",
                  "postings": [{"account": "%10$s", "code": "%9$s", "amount": %6$d},
                               {"account": "%5$s", "amount": -%6$d}]}}]
                """.formatted(id, owner.id(), fund, promise, method, amount, day, kind, purpose, account);
        QuarkusTransaction.requiringNew()
                .run(() -> replicas.stream()
                        .filter(each -> each.type().equals(TransferState.TYPE))
                        .findFirst()
                        .orElseThrow()
                        .apply(told));
        return id.toString();
    }
}
