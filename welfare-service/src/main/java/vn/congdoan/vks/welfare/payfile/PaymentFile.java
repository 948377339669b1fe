package vn.congdoan.vks.welfare.payfile;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.payee.BankText;
import vn.congdoan.vks.welfare.payee.PayeeAccount;

/// A file by which a bank pays out of an account of one fund. Three people: who draws it up, who approves it, who
/// exports it and says what the bank has done. What it pays is kept beside it.
@Entity
@Table(name = "payment_file")
class PaymentFile {

    @EmbeddedId
    private PaymentFileId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Embedded
    private FundId fundId;

    @Column(name = "bank_code")
    private String bankCode;

    @Column(name = "bank_name")
    private @Nullable String bankName;

    @Column(name = "account_number")
    private String accountNumber;

    @Column(name = "account_holder")
    private String accountHolder;

    @Column(name = "pay_on")
    private LocalDate payOn;

    @Column(name = "content")
    private String content;

    @Column(name = "voucher")
    private String voucher;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private PaymentFileStatus status;

    @Column(name = "lines")
    private int lines;

    @Column(name = "amount")
    private long amount;

    @Column(name = "without_account")
    private int withoutAccount;

    @Column(name = "digest")
    private @Nullable String digest;

    @Embedded
    private @Nullable Decision decision;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "prepared_by")
    private String preparedBy;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "exported_by")
    private @Nullable String exportedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "exported_at")
    private @Nullable Instant exportedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /// By it the version changes with the lines.
    @SuppressWarnings("UnusedVariable")
    @Column(name = "touched_at")
    private Instant touchedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    PaymentFile() {}

    /// @param by the account that draws it up
    /// @param createdAs what tells an equal creation from another one
    PaymentFile(PaymentFileId id, FundTerms fund, NewPaymentFile form, String by, byte[] createdAs, Instant now) {
        PayeeAccount from = form.from().clean();
        this.id = id;
        this.ownerUnionId = fund.ownerUnionId();
        this.unitId = fund.unitId();
        this.fundId = fund.id();
        this.bankCode = from.bankCode();
        this.bankName = from.bankName();
        this.accountNumber = from.number();
        this.accountHolder = from.holder();
        this.payOn = form.date();
        this.content = BankText.of(form.content());
        this.voucher = VietnameseText.singleLine(form.voucher());
        this.status = PaymentFileStatus.DRAFT;
        this.preparedBy = by;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.touchedAt = recordedAt;
        this.createdAs = createdAs.clone();
    }

    PaymentFileId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    UnitId unitId() {
        return unitId;
    }

    FundId fundId() {
        return fundId;
    }

    LocalDate payOn() {
        return payOn;
    }

    String content() {
        return content;
    }

    String voucher() {
        return voucher;
    }

    PaymentFileStatus status() {
        return status;
    }

    @Nullable
    String digest() {
        return digest;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// What it pays.
    ///
    /// @param withoutAccount how many are due by what it pays, and left out because nobody knows their account
    void draw(int many, long sum, int withoutAccount) {
        this.lines = many;
        this.amount = sum;
        this.withoutAccount = withoutAccount;
    }

    void approve(String by, Instant now) {
        require(PaymentFileStatus.DRAFT);
        requireOther(by, preparedBy);
        status = PaymentFileStatus.APPROVED;
        approvedBy = by;
        approvedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /// @param contentDigest of what the bank gets
    void export(String contentDigest, String by, Instant now) {
        require(PaymentFileStatus.APPROVED);
        requireOther(by, preparedBy);
        requireOther(by, approvedBy);
        status = PaymentFileStatus.EXPORTED;
        digest = contentDigest;
        exportedBy = by;
        exportedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void requireExported() {
        if (digest == null) {
            throw notInThatState();
        }
    }

    /// Whether the account may say what the bank has done.
    void requireReconcilable(String by) {
        requireExported();
        requireOther(by, preparedBy);
        requireOther(by, approvedBy);
    }

    /// The bank has said something of lines.
    void answered(Instant now) {
        touchedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /// Some lines are settled.
    ///
    /// @param open how many are not
    void settled(int open, Instant now) {
        touchedAt = now.truncatedTo(ChronoUnit.MICROS);
        if (status == PaymentFileStatus.EXPORTED && open == 0) {
            status = PaymentFileStatus.RECONCILED;
            endedAt = now.truncatedTo(ChronoUnit.MICROS);
        }
    }

    void cancel(Instant now) {
        if (status != PaymentFileStatus.APPROVED) {
            require(PaymentFileStatus.DRAFT);
        }
        end(now);
    }

    void callBack(CalledBack form, LocalDate today, Instant now) {
        require(PaymentFileStatus.EXPORTED);
        if (form.decision().date().isAfter(today)) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        decision = form.decision();
        reason = VietnameseText.singleLine(form.reason());
        end(now);
    }

    private void end(Instant now) {
        status = PaymentFileStatus.CANCELLED;
        endedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private void require(PaymentFileStatus allowed) {
        if (status != allowed) {
            throw notInThatState();
        }
    }

    private Conflict notInThatState() {
        return new Conflict("payment-file-not-in-that-state", Map.of("state", status));
    }

    private static void requireOther(String by, @Nullable String other) {
        if (other == null || by.equals(other)) {
            throw new Forbidden("duties-not-separate");
        }
    }

    PaymentFileView view(PaymentFileView.Totals totals) {
        return new PaymentFileView(
                id,
                unitId,
                fundId,
                new PayeeAccount(bankCode, bankName, accountNumber, accountHolder),
                payOn,
                content,
                voucher,
                status,
                lines,
                amount,
                withoutAccount,
                totals,
                digest,
                decision,
                reason,
                recordedAt,
                approvedAt,
                exportedAt,
                endedAt);
    }
}
