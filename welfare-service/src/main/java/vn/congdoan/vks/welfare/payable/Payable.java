package vn.congdoan.vks.welfare.payable;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.bonus.AwardBonusState;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.OwedMoney;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// What a unit owes by a decision, such as the bonus of an award (tiền thưởng phải trả). It arises with the award or is
/// written down, a fund recognises it, a cashier pays it. Where the award is revoked it is owed no more; what was paid
/// already is claimed back until it came or is written off. Whoever wrote it down, recognised it and pays it are
/// different people.
@Entity
@Table(name = "payable")
class Payable {

    @EmbeddedId
    private PayableId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "source")
    private PayableSource source;

    @Embedded
    private @Nullable MemberId memberId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "recipient_unit_id"))
    private @Nullable UnitId recipientUnitId;

    @Column(name = "text")
    private @Nullable String text;

    @Column(name = "amount")
    private long amount;

    @Embedded
    private IssuedDecision decision;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private PayableStatus status;

    @Embedded
    private @Nullable FundId fundId;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose")
    private @Nullable SupportKind purpose;

    @Embedded
    private @Nullable PromiseId promiseId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "recognition_id"))
    private @Nullable TransferId recognition;

    @Column(name = "recognised_on")
    private @Nullable LocalDate recognisedOn;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "settlement_id"))
    private @Nullable TransferId settlement;

    @Column(name = "paid_on")
    private @Nullable LocalDate paidOn;

    @Column(name = "voucher")
    private @Nullable String voucher;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "revocation_number"))
    @AttributeOverride(name = "date", column = @Column(name = "revocation_date"))
    @AttributeOverride(name = "authority", column = @Column(name = "revocation_authority"))
    private @Nullable IssuedDecision revocation;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "claim_id"))
    private @Nullable TransferId claim;

    @Column(name = "claimed_on")
    private @Nullable LocalDate claimedOn;

    @Column(name = "recovered")
    private long recovered;

    @Column(name = "written_off")
    private long writtenOff;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "write_off_number"))
    @AttributeOverride(name = "date", column = @Column(name = "write_off_date"))
    @AttributeOverride(name = "authority", column = @Column(name = "write_off_authority"))
    private @Nullable IssuedDecision writeOff;

    @Column(name = "entered_by")
    private @Nullable String enteredBy;

    @Column(name = "recognised_by")
    private @Nullable String recognisedBy;

    @Column(name = "paid_by")
    private @Nullable String paidBy;

    @Column(name = "claimed_by")
    private @Nullable String claimedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    Payable() {}

    /// Somebody writes it down.
    ///
    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param decision as it is kept
    /// @param createdAs what tells an equal creation from another one
    Payable(
            PayableId id,
            UnitId ownerUnionId,
            NewPayable form,
            IssuedDecision decision,
            String by,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.source = PayableSource.MANUAL;
        this.memberId = form.memberId();
        this.recipientUnitId = form.recipientUnitId();
        this.text = VietnameseText.singleLine(form.text());
        this.amount = form.amount();
        this.decision = decision;
        this.status = PayableStatus.UNASSIGNED;
        this.enteredBy = by;
        this.recordedAt = stored(now);
        this.createdAs = createdAs.clone();
    }

    /// It follows from an award that was given.
    Payable(AwardBonusState bonus, Instant now) {
        this.id = new PayableId(bonus.id());
        this.ownerUnionId = bonus.ownerUnionId();
        this.unitId = bonus.payingUnitId();
        this.source = PayableSource.AWARD;
        this.memberId = bonus.memberId();
        this.recipientUnitId = bonus.recipientUnitId();
        this.text = VietnameseText.singleLine(bonus.award());
        this.amount = bonus.amount();
        this.decision = IssuedDecision.of(bonus.decision());
        this.status = PayableStatus.UNASSIGNED;
        this.recordedAt = stored(now);
        this.createdAs = new byte[0];
    }

    PayableId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    PayableStatus status() {
        return status;
    }

    LocalDate decidedOn() {
        return decision.date();
    }

    @Nullable
    FundId fundId() {
        return fundId;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    boolean isOfAnAward() {
        return source == PayableSource.AWARD;
    }

    boolean isRevoked() {
        return revocation != null;
    }

    /// Nobody has a hand in what the own account's member gets.
    void requireNotFor(Caller caller) {
        if (memberId != null && caller.isMember(memberId)) {
            throw new Forbidden("duties-not-separate");
        }
    }

    /// What is booked of it, and the promise that its payment keeps.
    OwedMoney money(@Nullable String what) {
        return money(amount, what);
    }

    OwedMoney money(long part, @Nullable String what) {
        String told = Stream.of(text, what)
                .filter(Objects::nonNull)
                .reduce((one, two) -> one + "; " + two)
                .orElse(null);
        return new OwedMoney(Objects.requireNonNull(purpose), part, told);
    }

    PromiseId promise() {
        return Objects.requireNonNull(promiseId);
    }

    SupportKind purpose() {
        return Objects.requireNonNull(purpose);
    }

    long amount() {
        return amount;
    }

    /// A fund owes it from now on, and keeps the money back.
    void recognise(Recognition form, PromiseId promise, TransferId transfer, String by) {
        require(PayableStatus.UNASSIGNED);
        requireNotEnteredBy(by);
        requireNotBefore(form.date(), decision.date(), "before-the-decision");
        status = PayableStatus.RECOGNISED;
        fundId = form.fundId();
        purpose = form.purpose();
        promiseId = promise;
        recognition = transfer;
        recognisedOn = form.date();
        recognisedBy = by;
    }

    /// The recognition that stands, where nothing was paid on it.
    TransferId recognition() {
        require(PayableStatus.RECOGNISED);
        return Objects.requireNonNull(recognition);
    }

    /// No fund owes it any more: another one can, unless it was revoked.
    void release() {
        require(PayableStatus.RECOGNISED);
        status = revocation == null ? PayableStatus.UNASSIGNED : PayableStatus.VOIDED;
        fundId = null;
        purpose = null;
        promiseId = null;
        recognition = null;
        recognisedOn = null;
        recognisedBy = null;
    }

    void pay(PayablePayment form, TransferId transfer, String by) {
        require(PayableStatus.RECOGNISED);
        if (revocation != null) {
            throw new Conflict("payable-revoked");
        }
        requireCashier(by);
        requireNotBefore(form.date(), Objects.requireNonNull(recognisedOn), "before-the-recognition");
        status = PayableStatus.PAID;
        settlement = transfer;
        paidOn = form.date();
        voucher = VietnameseText.singleLine(form.voucher());
        paidBy = by;
    }

    /// The payment that stands.
    TransferId settlement() {
        require(PayableStatus.PAID);
        return Objects.requireNonNull(settlement);
    }

    /// The payment came back: it is owed again.
    void returned(String by) {
        require(PayableStatus.PAID);
        requireCashier(by);
        status = PayableStatus.RECOGNISED;
        settlement = null;
        paidOn = null;
        voucher = null;
        paidBy = null;
    }

    /// It is owed no more. What a fund recognised or paid already is for its accountant to take back or to claim.
    void revoke(IssuedDecision by) {
        if (revocation != null) {
            throw new Conflict("payable-revoked");
        }
        revocation = by;
        if (status == PayableStatus.UNASSIGNED) {
            status = PayableStatus.VOIDED;
        }
    }

    /// What only follows an award is revoked with it, and given up with nothing else.
    void requireManual() {
        if (source == PayableSource.AWARD) {
            throw new Conflict("payable-of-an-award");
        }
    }

    /// It was written down by mistake.
    void cancel() {
        require(PayableStatus.UNASSIGNED);
        status = PayableStatus.VOIDED;
    }

    /// What was paid has to come back.
    void claim(LocalDate date, TransferId transfer, String by) {
        require(PayableStatus.PAID);
        if (revocation == null) {
            throw new Conflict("payable-not-revoked");
        }
        requireOther(by, paidBy);
        requireNotBefore(date, Objects.requireNonNull(paidOn), "before-the-entry");
        requireNotBefore(date, revocation.date(), "before-the-decision");
        status = PayableStatus.CLAIMED;
        claim = transfer;
        claimedOn = date;
        claimedBy = by;
    }

    /// Some of what is claimed came.
    void recover(RecoveredMoney form, String by) {
        require(PayableStatus.CLAIMED);
        requireOther(by, claimedBy);
        requireNotBefore(form.date(), Objects.requireNonNull(claimedOn), "before-the-claim");
        if (form.amount() > claimed()) {
            throw new Unprocessable("/amount", "more-than-claimed");
        }
        recovered += form.amount();
        settleIfNothingIsClaimed();
    }

    /// Some of it did not come after all.
    void takeBackRecovery(long part, String by) {
        require(PayableStatus.CLAIMED, PayableStatus.SETTLED);
        requireOther(by, claimedBy);
        recovered -= part;
        status = PayableStatus.CLAIMED;
    }

    /// What is still claimed.
    long claimed() {
        return status == PayableStatus.CLAIMED ? amount - recovered - writtenOff : 0;
    }

    /// The rest is given up.
    void writeOff(IssuedDecision by, LocalDate date, String account) {
        require(PayableStatus.CLAIMED);
        requireOther(account, claimedBy);
        requireNotBefore(date, Objects.requireNonNull(claimedOn), "before-the-claim");
        requireNotBefore(date, by.date(), "before-the-decision");
        writtenOff += claimed();
        writeOff = by;
        settleIfNothingIsClaimed();
    }

    private void settleIfNothingIsClaimed() {
        if (claimed() == 0) {
            status = PayableStatus.SETTLED;
        }
    }

    private void require(PayableStatus... allowed) {
        if (!Set.of(allowed).contains(status)) {
            throw notInThatState(status);
        }
    }

    static Conflict notInThatState(PayableStatus status) {
        return new Conflict("payable-not-in-that-state", Map.of("state", status));
    }

    private void requireCashier(String by) {
        requireOther(by, recognisedBy);
        requireNotEnteredBy(by);
    }

    /// An award is written down in another service, under other rights.
    private void requireNotEnteredBy(String by) {
        if (source == PayableSource.MANUAL) {
            requireOther(by, enteredBy);
        }
    }

    private static void requireOther(String by, @Nullable String other) {
        if (other == null || by.equals(other)) {
            throw new Forbidden("duties-not-separate");
        }
    }

    private static void requireNotBefore(LocalDate date, LocalDate earliest, String rule) {
        if (date.isBefore(earliest)) {
            throw new Unprocessable("/date", rule);
        }
    }

    /// The database keeps microseconds.
    private static Instant stored(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /// What its union and those above may know of it.
    Change change(String happened, LocalDate day, UnitPlace place) {
        return Change.of(
                PayableState.TYPE,
                id.value(),
                version,
                happened,
                day,
                ownerUnionId,
                Audience.ofUnionAt(place),
                state());
    }

    PayableState state() {
        return new PayableState(
                id,
                ownerUnionId,
                unitId,
                source,
                memberId,
                recipientUnitId,
                amount,
                decision,
                status,
                fundId,
                purpose,
                promiseId,
                recognition,
                recognisedOn,
                settlement,
                paidOn,
                revocation,
                claim,
                claimedOn,
                recovered,
                writtenOff,
                writeOff,
                recordedAt);
    }

    PayableView view() {
        return new PayableView(
                id,
                unitId,
                source,
                memberId,
                recipientUnitId,
                text,
                amount,
                decision,
                status,
                fundId,
                purpose,
                recognisedOn,
                paidOn,
                voucher,
                revocation,
                claimedOn,
                claimed(),
                recovered,
                writtenOff,
                writeOff,
                recordedAt);
    }
}
