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
        String id = UUID.randomUUID().toString();
        come(replicas, payment(id, owner, fund, promise, method, amount, day));
        return id;
    }

    /// A payment by bank of what a fund owed for OTHER; returns its id.
    public static String settled(
            Instance<Replica> replicas, Organization owner, String fund, String promise, long amount, String day) {
        String id = UUID.randomUUID().toString();
        String link = "\"fulfils\": \"%s\"".formatted(promise);
        come(replicas, told(id, owner, fund, "SETTLEMENT", "PAYABLE", "OTHER", link, "BANK", amount, day));
        return id;
    }

    /// What took such a payment back.
    public static void goesBack(
            Instance<Replica> replicas,
            Organization owner,
            String fund,
            String payment,
            String method,
            long amount,
            String day) {
        come(replicas, reversal(owner, fund, payment, method, amount, day));
    }

    public static String payment(
            String id, Organization owner, String fund, String promise, String method, long amount, String day) {
        return told(id, owner, fund, "\"fulfils\": \"%s\"".formatted(promise), method, amount, day);
    }

    public static String reversal(
            Organization owner, String fund, String payment, String method, long amount, String day) {
        return told(
                UUID.randomUUID().toString(),
                owner,
                fund,
                "\"reverses\": \"%s\"".formatted(payment),
                method,
                -amount,
                day);
    }

    private static String told(
            String id, Organization owner, String fund, String link, String method, long amount, String day) {
        return told(id, owner, fund, "EXPENSE", "EXPENSE", "HARDSHIP", link, method, amount, day);
    }

    private static String told(
            String id,
            Organization owner,
            String fund,
            String kind,
            String account,
            String purpose,
            String link,
            String method,
            long amount,
            String day) {
        return """
                {"id": "%1$s", "version": 0, "owner": "%2$s", "recorded": "%7$sT02:00:00Z", "state": {
                  "fundId": "%3$s", "date": "%7$s", "bookedAt": "%7$sT02:00:00Z", "kind": "%9$s",
                  "purpose": "%10$s", %4$s,
                  "postings": [{"account": "%11$s", "code": "%10$s", "amount": %6$d},
                               {"account": "%5$s", "amount": %8$d}]}}
                """.formatted(id, owner.id(), fund, link, method, amount, day, -amount, kind, purpose, account);
    }

    /// All of them in one batch.
    public static void come(Instance<Replica> replicas, String... told) {
        RestoredNode.takesBack(() -> replicas.stream()
                .filter(each -> each.type().equals(TransferState.TYPE))
                .findFirst()
                .orElseThrow()
                .apply("[" + String.join(",", told) + "]"));
    }
}
