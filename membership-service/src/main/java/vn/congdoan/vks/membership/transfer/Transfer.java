package vn.congdoan.vks.membership.transfer;

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
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Chuyển sinh hoạt: a member shall go from one unit to another. Pending until the receiver accepts or refuses it or
/// the sender withdraws it; then it is closed. Until it is accepted the member stays where the member is.
@Entity
@Table(name = "transfer")
class Transfer {

    @EmbeddedId
    private TransferId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private MemberId memberId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "from_unit_id"))
    private UnitId fromUnitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "from_union_id"))
    private UnitId fromUnionId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "target_unit_id"))
    private UnitId targetUnitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "target_union_id"))
    private UnitId targetUnionId;

    @Embedded
    private Introduction introduction;

    @Column(name = "wished_date")
    private @Nullable LocalDate wishedDate;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private TransferStatus status;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "obstacle")
    private @Nullable String obstacle;

    @Column(name = "effective_date")
    private @Nullable LocalDate effectiveDate;

    @Embedded
    private @Nullable UnitId unitId;

    @Embedded
    private @Nullable Decision decision;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    Transfer() {}

    /// @param from where the member is, and its union
    /// @param targetUnion the union of the unit that shall take the member
    Transfer(TransferId id, NewTransfer form, Side from, UnitId targetUnion, byte[] createdAs, Instant now) {
        this.id = id;
        this.memberId = form.memberId();
        this.fromUnitId = from.unit();
        this.fromUnionId = from.union();
        this.targetUnitId = form.targetUnitId();
        this.targetUnionId = targetUnion;
        this.introduction = form.introduction();
        this.wishedDate = form.wishedDate();
        this.status = TransferStatus.PENDING;
        this.createdAs = createdAs.clone();
        this.recordedAt = now;
    }

    /// Both ends as they were when it was asked for, and the units themselves, wherever they stand by now.
    Stream<UnitId> units() {
        return Stream.of(fromUnionId, targetUnionId, fromUnitId, targetUnitId);
    }

    /// The person's data is erased: what the receiver wrote when refusing may tell of the person.
    void forgetReason() {
        reason = "—";
    }

    /// A unit and its union.
    record Side(UnitId unit, UnitId union) {}

    /// @param unit where exactly the receiver takes the member
    /// @param since first day there
    void accept(UnitId unit, LocalDate since, @Nullable Decision receiversDecision, Instant now) {
        requireNotBeforeTheIntroduction(since);
        close(TransferStatus.ACCEPTED, now);
        unitId = unit;
        effectiveDate = since;
        decision = receiversDecision;
    }

    void refuse(String why, Instant now) {
        close(TransferStatus.REFUSED, now);
        reason = why;
    }

    void withdraw(Instant now) {
        close(TransferStatus.WITHDRAWN, now);
    }

    /// It was accepted, and cannot be done any more.
    ///
    /// @param code of the problem that stands against it
    void abandon(String code, Instant now) {
        close(TransferStatus.WITHDRAWN, now);
        obstacle = code;
    }

    boolean isPending() {
        return status == TransferStatus.PENDING;
    }

    void requirePending() {
        if (!isPending()) {
            throw new Conflict("transfer-closed", Map.of("status", status));
        }
    }

    void requireNotBeforeTheIntroduction(LocalDate since) {
        if (since.isBefore(introduction.date())) {
            throw new Unprocessable("/effectiveDate", "before-the-introduction");
        }
    }

    @Nullable
    String signer() {
        return introduction.signer();
    }

    private void close(TransferStatus as, Instant now) {
        requirePending();
        status = as;
        closedAt = now;
    }

    /// What both ends may know after something happened to it.
    Change change(String happened, Audience audience) {
        Instant last = closedAt == null ? recordedAt : closedAt;
        LocalDate day = effectiveDate == null ? LocalDate.ofInstant(last, BusinessTime.ZONE) : effectiveDate;
        return Change.of(TransferState.TYPE, id.value(), version, happened, day, fromUnionId, audience, published());
    }

    /// What both ends may know of it.
    TransferState published() {
        return new TransferState(
                id,
                fromUnionId,
                memberId,
                fromUnitId,
                targetUnitId,
                targetUnionId,
                status,
                effectiveDate,
                unitId,
                introduction.number(),
                introduction.date(),
                wishedDate,
                decision == null ? null : decision.number(),
                decision == null ? null : decision.date(),
                recordedAt,
                closedAt,
                obstacle);
    }

    /// What the member's step rests on.
    Decision basis() {
        return decision == null ? introduction.asDecision() : decision;
    }

    /// @param answer that another node gave, or that was given here for another node's; null where there is none
    TransferView view(TransferViews.Names names, TransferView.@Nullable Answer answer) {
        return new TransferView(
                id,
                names.member(memberId),
                names.unit(fromUnitId),
                names.unit(fromUnionId),
                names.unit(targetUnitId),
                names.unit(targetUnionId),
                status,
                introduction,
                wishedDate,
                effectiveDate,
                unitId == null ? null : names.unit(unitId),
                decision,
                reason,
                obstacle,
                answer,
                recordedAt,
                closedAt);
    }

    TransferId id() {
        return id;
    }

    long version() {
        return version;
    }

    MemberId memberId() {
        return memberId;
    }

    UnitId fromUnitId() {
        return fromUnitId;
    }

    UnitId fromUnionId() {
        return fromUnionId;
    }

    UnitId targetUnitId() {
        return targetUnitId;
    }

    UnitId targetUnionId() {
        return targetUnionId;
    }

    @Nullable
    UnitId unitId() {
        return unitId;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }
}
