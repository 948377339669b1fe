package vn.congdoan.vks.membership.member;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.id.Ids;

/// One step of a membership and the decision it rests on. Appended, never changed.
@Entity
@EntityListeners(Recorder.OfSteps.class)
@Immutable
@Table(name = "membership_step")
@SuppressWarnings("UnusedVariable") // kept for the record, read by queries
class MembershipStep {

    /// Which step it was.
    @Schema(name = "MembershipStepKind", description = "Which step of a membership it was")
    public enum Kind {
        APPLIED,
        ENROLLED,
        ADMITTED,
        REJECTED,
        ENDED,
        /// By a reorganization.
        MOVED,
        /// By a transfer.
        TRANSFERRED
    }

    @Id
    @Column(name = "membership_step_id")
    private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "member_id"))
    private MemberId memberId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Embedded
    private UnitId unitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "union_id"))
    private UnitId unionId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "from_unit_id"))
    private @Nullable UnitId fromUnitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "from_union_id"))
    private @Nullable UnitId fromUnionId;

    @Column(name = "effective_date")
    private LocalDate effectiveDate;

    @Embedded
    private @Nullable Decision decision;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable EndReason endReason;

    @Column(name = "source")
    private @Nullable String source;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by_unit_id"))
    private @Nullable UnitId decidedByUnitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by_body_id"))
    private @Nullable ExternalBodyId decidedByBodyId;

    @Column(name = "reorganization_id")
    private @Nullable UUID reorganizationId;

    @Column(name = "transfer_id")
    private @Nullable UUID transferId;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Embedded
    private @Nullable RecordedBy recordedBy;

    MembershipStep() {}

    MembershipStep(
            Kind kind,
            MemberId memberId,
            UnitId unitId,
            UnitId unionId,
            LocalDate effectiveDate,
            @Nullable Decision decision,
            Instant now) {
        this.id = Ids.next();
        this.kind = kind;
        this.memberId = memberId;
        this.unitId = unitId;
        this.unionId = unionId;
        this.effectiveDate = effectiveDate;
        this.decision = decision;
        this.recordedAt = now;
    }

    MembershipStep from(@Nullable String recordSource) {
        this.source = recordSource;
        return this;
    }

    /// To another unit than where the member is by now.
    MembershipStep to(UnitId unit) {
        this.unitId = unit;
        return this;
    }

    MembershipStep by(UUID reorganization) {
        this.reorganizationId = reorganization;
        return this;
    }

    MembershipStep through(UUID transfer) {
        this.transferId = transfer;
        return this;
    }

    /// The superior who decided.
    MembershipStep decidedBy(Superior superior) {
        this.decidedByUnitId = superior.unitId();
        this.decidedByBodyId = superior.externalBodyId();
        return this;
    }

    /// From which unit of which union the member came.
    MembershipStep leaving(UnitId unit, UnitId union) {
        this.fromUnitId = unit;
        this.fromUnionId = union;
        return this;
    }

    MembershipStep because(EndReason reason) {
        this.endReason = reason;
        return this;
    }

    void recordedBy(RecordedBy by) {
        this.recordedBy = by;
    }

    /// The days on one of which the unit must have been there: an end may fall on the unit's own.
    Stream<LocalDate> days() {
        return kind == Kind.ENDED ? Stream.of(effectiveDate, effectiveDate.minusDays(1)) : Stream.of(effectiveDate);
    }

    LocalDate effectiveDate() {
        return effectiveDate;
    }

    /// The union that the member came from; null where it was none.
    @Nullable
    UnitId fromUnionId() {
        return fromUnionId;
    }

    /// The fields of the member that it changed.
    List<String> changed() {
        return kind == Kind.TRANSFERRED ? List.of("unitId") : List.of("status");
    }

    /// As the change log tells it.
    String happened() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    String action() {
        return switch (kind) {
            case APPLIED -> "apply";
            case ENROLLED -> "enrol";
            case ADMITTED -> "admit";
            case REJECTED -> "reject";
            case ENDED -> "end";
            case MOVED -> "move";
            case TRANSFERRED -> "transfer";
        };
    }
}
