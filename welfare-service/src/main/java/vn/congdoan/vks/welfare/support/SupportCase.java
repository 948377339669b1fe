package vn.congdoan.vks.welfare.support;

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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Support for one person or household (hồ sơ trợ cấp, thăm hỏi), from the request to the receipt. Whoever approves has
/// neither asked nor proposed, and whoever pays has neither asked nor approved.
@Entity
@Table(name = "support_case")
class SupportCase {

    @EmbeddedId
    private SupportCaseId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private SupportKind kind;

    @Embedded
    private Beneficiary beneficiary;

    @Column(name = "requested_on")
    private LocalDate requestedOn;

    @Column(name = "requested_amount")
    private @Nullable Long requestedAmount;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "health_note")
    private byte @Nullable [] healthNote;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private SupportStatus status;

    @Embedded
    private @Nullable FundId fundId;

    @Column(name = "proposed")
    private @Nullable Long proposed;

    @Column(name = "proposed_goods")
    private @Nullable Long proposedGoods;

    @Column(name = "approved_goods")
    private @Nullable Long approvedGoods;

    @Column(name = "approved")
    private @Nullable Long approved;

    @Embedded
    private @Nullable Decision decision;

    @Column(name = "refusal")
    private @Nullable String refusal;

    @Embedded
    private @Nullable TransferId transferId;

    @Column(name = "paid_on")
    private @Nullable LocalDate paidOn;

    @Column(name = "voucher")
    private @Nullable String voucher;

    @Column(name = "received_by")
    private @Nullable String receivedBy;

    @Column(name = "requested_by")
    private @Nullable String requestedBy;

    @Column(name = "proposed_by")
    private @Nullable String proposedBy;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "paid_by")
    private @Nullable String paidBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    @Column(name = "proposed_at")
    private @Nullable Instant proposedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    SupportCase() {}

    /// Somebody asks.
    ///
    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param healthNote sealed
    /// @param by the account that asks
    /// @param createdAs what tells an equal creation from another one
    SupportCase(
            SupportCaseId id,
            UnitId ownerUnionId,
            NewSupportCase form,
            byte @Nullable [] healthNote,
            String by,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.kind = form.kind();
        this.beneficiary = form.beneficiary().clean();
        this.requestedOn = form.date();
        this.requestedAmount = form.amount();
        this.reason = VietnameseText.singleLine(form.reason());
        this.healthNote = healthNote == null ? null : healthNote.clone();
        this.status = SupportStatus.REQUESTED;
        this.requestedBy = by;
        this.recordedAt = stored(now);
        this.createdAs = createdAs.clone();
    }

    SupportCaseId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    SupportKind kind() {
        return kind;
    }

    Beneficiary beneficiary() {
        return beneficiary;
    }

    LocalDate requestedOn() {
        return requestedOn;
    }

    SupportStatus status() {
        return status;
    }

    /// Sealed.
    byte @Nullable [] healthNote() {
        return healthNote == null ? null : healthNote.clone();
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    void verify(Instant now) {
        require(SupportStatus.REQUESTED);
        status = SupportStatus.VERIFIED;
        verifiedAt = stored(now);
    }

    /// Says which fund pays how much; once more where that was changed before it was decided.
    ///
    /// @param goods up to which value goods are to be given as well; null: none
    void propose(FundId fund, long amount, @Nullable Long goods, String by, Instant now) {
        require(SupportStatus.VERIFIED, SupportStatus.PROPOSED);
        status = SupportStatus.PROPOSED;
        fundId = fund;
        proposed = amount;
        proposedGoods = goods;
        proposedBy = by;
        proposedAt = stored(now);
    }

    /// What approving would give: all that is proposed unless it is less.
    long amountToApprove(@Nullable Long wanted) {
        require(SupportStatus.PROPOSED);
        long most = Objects.requireNonNull(proposed);
        if (wanted != null && wanted > most) {
            throw new Unprocessable("/amount", "more-than-proposed");
        }
        return wanted == null ? most : wanted;
    }

    /// Up to which value approving would give goods: all that is proposed unless it is less; null: none.
    @Nullable
    Long goodsToApprove(@Nullable Long wanted) {
        require(SupportStatus.PROPOSED);
        long most = proposedGoods == null ? 0 : proposedGoods;
        if (wanted != null && wanted > most) {
            throw new Unprocessable("/goodsUpTo", "more-than-proposed");
        }
        return wanted == null ? proposedGoods : wanted > 0 ? wanted : null;
    }

    /// From now on the money is kept back.
    ///
    /// @param goods up to which value goods may be given as well; null: none
    /// @param resolution the committee's, where the chair does not decide alone
    void approve(long amount, @Nullable Long goods, @Nullable Decision resolution, String by, Instant now) {
        require(SupportStatus.PROPOSED);
        if (resolution != null && resolution.date().isBefore(requestedOn)) {
            throw new Unprocessable("/decision/date", "before-the-request");
        }
        requireOther(by, requestedBy, proposedBy);
        status = SupportStatus.APPROVED;
        approved = amount;
        approvedGoods = goods;
        decision = resolution;
        approvedBy = by;
        decidedAt = stored(now);
    }

    void refuse(String why, String by, Instant now) {
        require(SupportStatus.PROPOSED, SupportStatus.VERIFIED, SupportStatus.REQUESTED);
        requireOther(by, requestedBy);
        if (proposedBy != null) {
            requireOther(by, proposedBy);
        }
        status = SupportStatus.REFUSED;
        refusal = VietnameseText.singleLine(why);
        decidedAt = stored(now);
    }

    /// The promise that is made for it when it is approved.
    PromiseId promise() {
        return new PromiseId(id.value());
    }

    /// Takes it back before it is paid; returns whether a promise ends with it.
    boolean withdraw() {
        require(SupportStatus.REQUESTED, SupportStatus.VERIFIED, SupportStatus.PROPOSED, SupportStatus.APPROVED);
        boolean promised = status == SupportStatus.APPROVED;
        status = SupportStatus.WITHDRAWN;
        return promised;
    }

    /// What is to be paid, and out of which fund.
    record Payable(FundId fund, long amount) {}

    Payable payable() {
        require(SupportStatus.APPROVED);
        return new Payable(Objects.requireNonNull(fundId), Objects.requireNonNull(approved));
    }

    /// 409 where nobody goes to see anybody for it any more.
    void requireToBeVisited() {
        require(
                SupportStatus.REQUESTED,
                SupportStatus.VERIFIED,
                SupportStatus.PROPOSED,
                SupportStatus.APPROVED,
                SupportStatus.PAID);
    }

    /// The money that was approved, in đồng.
    long approvedMoney() {
        return approved == null ? 0 : approved;
    }

    /// Up to which value goods may be given in all, by somebody who has neither asked for it nor approved it.
    long goodsToGive(FundId fund, LocalDate date, String by) {
        require(SupportStatus.APPROVED, SupportStatus.PAID);
        if (!fund.equals(fundId)) {
            throw new IllegalStateException("The fund of an approved case changed");
        }
        requireNotBeforeTheDecision(date);
        requireOther(by, requestedBy, approvedBy);
        return approvedGoods == null ? 0 : approvedGoods;
    }

    private void requireNotBeforeTheDecision(LocalDate date) {
        if (date.isBefore(decision == null ? requestedOn : decision.date())) {
            throw new Unprocessable("/date", "before-the-decision");
        }
    }

    void pay(SupportPayment form, TransferId transfer, String by, Instant now) {
        require(SupportStatus.APPROVED);
        requireNotBeforeTheDecision(form.date());
        requireOther(by, requestedBy, approvedBy);
        status = SupportStatus.PAID;
        transferId = transfer;
        paidOn = form.date();
        voucher = VietnameseText.singleLine(form.voucher());
        receivedBy = form.receivedBy() == null ? null : VietnameseText.singleLine(form.receivedBy());
        paidBy = by;
        paidAt = stored(now);
    }

    /// What the entry says: the voucher, and who signed for it.
    @Nullable
    String voucher() {
        return receivedBy == null ? voucher : voucher + "; " + receivedBy;
    }

    /// The payment that stands.
    TransferId payment() {
        require(SupportStatus.PAID);
        return Objects.requireNonNull(transferId);
    }

    /// The money came back: it is still approved, and kept back until it is paid again or taken back.
    void returned(String by) {
        require(SupportStatus.PAID);
        requireOther(by, requestedBy, approvedBy);
        status = SupportStatus.APPROVED;
        transferId = null;
        paidOn = null;
        voucher = null;
        receivedBy = null;
        paidBy = null;
        paidAt = null;
    }

    private void require(SupportStatus... allowed) {
        if (!Set.of(allowed).contains(status)) {
            throw notInThatState(status);
        }
    }

    static Conflict notInThatState(SupportStatus status) {
        return new Conflict("support-not-in-that-state", Map.of("state", status));
    }

    private static void requireOther(String by, @Nullable String... others) {
        for (String other : others) {
            if (other == null || by.equals(other)) {
                throw new Forbidden("duties-not-separate");
            }
        }
    }

    /// The database keeps microseconds.
    private static Instant stored(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /// What its own union may know of it.
    Change change(String happened, LocalDate day, UnitPlace place) {
        return Change.of(
                SupportCaseState.TYPE,
                id.value(),
                version,
                happened,
                day,
                ownerUnionId,
                Audience.ofUnionAlone(place),
                state());
    }

    SupportCaseState state() {
        return new SupportCaseState(
                id,
                ownerUnionId,
                unitId,
                kind,
                beneficiary.kind(),
                requestedOn,
                status,
                fundId,
                proposed,
                approved,
                proposedGoods,
                approvedGoods,
                decision,
                paidOn,
                recordedAt,
                verifiedAt,
                proposedAt,
                decidedAt,
                paidAt);
    }

    /// @param note what is told of the person's health; null: it is not for this answer
    SupportCaseView view(@Nullable String note) {
        return new SupportCaseView(
                id,
                unitId,
                kind,
                beneficiary,
                requestedOn,
                requestedAmount,
                reason,
                healthNote != null,
                note,
                status,
                fundId,
                proposed,
                approved,
                proposedGoods,
                approvedGoods,
                decision,
                refusal,
                transferId,
                paidOn,
                voucher,
                receivedBy,
                recordedAt,
                verifiedAt,
                proposedAt,
                decidedAt,
                paidAt);
    }
}
