package vn.congdoan.vks.welfare.ending;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Holdings;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// That all that a fund held went to another one, because its unit had ended: what each of both held before, and so
/// after. It never changes; the database proves it when it is booked.
@Entity
@Table(name = "fund_move")
class FundMove {

    @EmbeddedId
    private FundMoveId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "from_fund_id"))
    private FundId fromFundId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "to_unit_id"))
    private UnitId toUnitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "to_fund_id"))
    private FundId toFundId;

    @Column(name = "moved_on")
    private LocalDate movedOn;

    @Embedded
    private Decision decision;

    @Column(name = "cash")
    private long cash;

    @Column(name = "bank")
    private long bank;

    @Column(name = "owed")
    private long owed;

    @Column(name = "to_cash_before")
    private long toCashBefore;

    @Column(name = "to_bank_before")
    private long toBankBefore;

    @Column(name = "to_owed_before")
    private long toOwedBefore;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "from_transfer_id"))
    private @Nullable TransferId fromTransferId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "to_transfer_id"))
    private @Nullable TransferId toTransferId;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    FundMove() {}

    /// The two transfers that it is made of.
    record Booked(TransferId from, TransferId to) {}

    /// @param all what moves
    /// @param before what the other fund held
    /// @param booked null where there is nothing to move
    FundMove(
            FundMoveId id,
            NewFundMove form,
            FundTerms from,
            FundTerms to,
            Holdings all,
            Holdings before,
            @Nullable Booked booked,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = from.ownerUnionId();
        this.unitId = from.unitId();
        this.fromFundId = from.id();
        this.toUnitId = to.unitId();
        this.toFundId = to.id();
        this.movedOn = form.date();
        this.decision = form.decision();
        this.cash = all.cash();
        this.bank = all.bank();
        this.owed = all.owed();
        this.toCashBefore = before.cash();
        this.toBankBefore = before.bank();
        this.toOwedBefore = before.owed();
        this.fromTransferId = booked == null ? null : booked.from();
        this.toTransferId = booked == null ? null : booked.to();
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    FundMoveId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    LocalDate movedOn() {
        return movedOn;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    private Holdings all() {
        return new Holdings(cash, bank, owed);
    }

    private Holdings before() {
        return new Holdings(toCashBefore, toBankBefore, toOwedBefore);
    }

    /// What both unions and those above may know of it.
    Change change(Audience audience) {
        return Change.of(FundMoveState.TYPE, id.value(), version, "moved", movedOn, ownerUnionId, audience, state());
    }

    FundMoveState state() {
        return new FundMoveState(
                id,
                ownerUnionId,
                unitId,
                fromFundId,
                toUnitId,
                toFundId,
                movedOn,
                decision,
                all(),
                before(),
                before().plus(all()),
                fromTransferId,
                toTransferId,
                recordedAt);
    }

    /// @param from its place in the proof of the fund that is closed; null before it is there
    /// @param to its place in the proof of the other one
    FundMoveView view(FundMoveView.@Nullable Link from, FundMoveView.@Nullable Link to) {
        return FundMoveView.of(state(), from, to);
    }

    @Nullable
    TransferId fromTransferId() {
        return fromTransferId;
    }

    @Nullable
    TransferId toTransferId() {
        return toTransferId;
    }
}
