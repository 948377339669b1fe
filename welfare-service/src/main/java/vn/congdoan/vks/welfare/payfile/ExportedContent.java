package vn.congdoan.vks.welfare.payfile;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.welfare.payee.SealedAccounts;

/// What the bank gets of a file: the same octets however often it is exported, because the lines keep the bank details
/// that they were drawn up with.
@ApplicationScoped
class ExportedContent {

    private final PaymentFileLines lines;
    private final SealedAccounts seals;
    private final AuditTrail trail;

    ExportedContent(PaymentFileLines lines, SealedAccounts seals, AuditTrail trail) {
        this.lines = lines;
        this.seals = seals;
        this.trail = trail;
    }

    /// SHA-256 of the CSV.
    String digest(PaymentFile file) {
        return HexFormat.of().formatHex(sha256(BankSheet.csv(rows(file))));
    }

    byte[] csv(PaymentFile file, String purpose) {
        List<BankSheet.Payment> rows = asExported(file, purpose);
        return BankSheet.csv(rows);
    }

    byte[] workbook(PaymentFile file, String purpose) {
        List<BankSheet.Payment> rows = asExported(file, purpose);
        return BankSheet.workbook(rows);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<BankSheet.Payment> asExported(PaymentFile file, String purpose) {
        file.requireExported();
        trail.read("payment-file", file.id().value(), file.unitId(), purpose);
        List<BankSheet.Payment> rows = rows(file);
        String now = HexFormat.of().formatHex(sha256(BankSheet.csv(rows)));
        if (!now.equals(file.digest())) {
            throw new IllegalStateException("The payment file " + file.id() + " is not what was exported");
        }
        return rows;
    }

    private List<BankSheet.Payment> rows(PaymentFile file) {
        return lines.of(file.id()).stream()
                .map(each -> new BankSheet.Payment(
                        each.line(),
                        each.reference(),
                        seals.opened(each.id(), each.sealed()),
                        each.amount(),
                        each.reference() + " " + file.content()))
                .toList();
    }
}
