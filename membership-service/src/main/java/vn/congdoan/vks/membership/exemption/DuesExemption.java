package vn.congdoan.vks.membership.exemption;

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
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Miễn đóng đoàn phí: a member need not pay dues from one day until another (exclusive; null: open), by decision.
@Entity
@Table(name = "dues_exemption")
class DuesExemption {

    @EmbeddedId
    private DuesExemptionId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private MemberId memberId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private DuesExemptionReason reason;

    @Embedded
    private Decision decision;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    DuesExemption() {}

    DuesExemption(
            DuesExemptionId id, MemberId member, UnitId union, NewDuesExemption form, byte[] createdAs, Instant now) {
        if (form.validTo() != null && !form.validTo().isAfter(form.validFrom())) {
            throw new Unprocessable("/validTo", "empty-period");
        }
        this.id = id;
        this.memberId = member;
        this.ownerUnionId = union;
        this.validFrom = form.validFrom();
        this.validTo = form.validTo();
        this.reason = form.reason();
        this.decision = form.decision();
        this.createdAs = createdAs.clone();
        this.recordedAt = now;
    }

    /// Dues are to be paid again from a day on, earlier than was said. On its first day: it never held.
    void end(LocalDate day) {
        if (day.isBefore(validFrom)) {
            throw new Unprocessable("/on", "before-its-beginning");
        }
        if (validTo != null && !day.isBefore(validTo)) {
            throw new Conflict("exemption-ended");
        }
        validTo = day;
    }

    void endWithTheMembership(LocalDate day) {
        validTo = day.isBefore(validFrom) ? validFrom : day;
    }

    /// The member is in another union from now on.
    void goTo(UnitId union) {
        ownerUnionId = union;
    }

    /// Whether every day of another one is a day of this.
    boolean covers(DuesExemption other) {
        boolean endsLater = validTo == null || (other.validTo != null && !other.validTo.isAfter(validTo));
        return !other.validFrom.isBefore(validFrom) && endsLater;
    }

    boolean lastsBeyond(LocalDate day) {
        return (validTo == null || validTo.isAfter(day)) && !validFrom.equals(validTo);
    }

    /// Another record of the same person has taken in the one that it was granted to.
    void passOn(MemberId member) {
        memberId = member;
    }

    /// What others may know: the days.
    Change change(String happened, LocalDate day, Audience audience) {
        return Change.of(
                DuesExemptionState.TYPE, id.value(), version, happened, day, ownerUnionId, audience, published());
    }

    /// What others may know of it: the days.
    DuesExemptionState published() {
        return new DuesExemptionState(id, ownerUnionId, memberId, validFrom, validTo, recordedAt);
    }

    DuesExemptionView view() {
        return new DuesExemptionView(id, memberId, validFrom, validTo, reason, decision);
    }

    DuesExemptionId id() {
        return id;
    }

    long version() {
        return version;
    }

    MemberId memberId() {
        return memberId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    boolean wasCreatedAs(MemberId member, byte[] form) {
        return memberId.equals(member) && MessageDigest.isEqual(createdAs, form);
    }
}
