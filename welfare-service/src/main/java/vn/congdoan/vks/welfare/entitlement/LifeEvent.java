package vn.congdoan.vks.welfare.entitlement;

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
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// What happened to a member or to somebody retired: noted by an officer, ended if it was an illness, withdrawn if
/// it was a mistake. A note asks for nothing; whoever is entitled by it stands on the list until support is asked
/// for.
@Entity
@Table(name = "life_event")
class LifeEvent {

    @EmbeddedId
    private LifeEventId id;

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
    private LifeEventKind kind;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "member_id"))
    private MemberId memberId;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "relation")
    private @Nullable String relation;

    @Column(name = "health_note")
    private byte @Nullable [] healthNote;

    @Column(name = "noted_by")
    private String notedBy;

    @Column(name = "noted_at")
    private Instant notedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawal")
    private @Nullable String withdrawal;

    @Column(name = "created_as")
    private byte[] createdAs;

    LifeEvent() {}

    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param healthNote sealed
    /// @param by the account that notes it
    /// @param createdAs what tells an equal creation from another one
    LifeEvent(
            LifeEventId id,
            UnitId ownerUnionId,
            NewLifeEvent form,
            byte @Nullable [] healthNote,
            String by,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.kind = form.kind();
        this.memberId = form.memberId();
        this.happenedOn = form.date();
        this.relation = form.relation() == null ? null : VietnameseText.singleLine(form.relation());
        this.healthNote = healthNote == null ? null : healthNote.clone();
        this.notedBy = by;
        this.notedAt = stored(now);
        this.createdAs = createdAs.clone();
    }

    LifeEventId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    String notedBy() {
        return notedBy;
    }

    LocalDate happenedOn() {
        return happenedOn;
    }

    /// Sealed.
    byte @Nullable [] healthNote() {
        return healthNote == null ? null : healthNote.clone();
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// An illness is over.
    ///
    /// @param day its last
    void end(LocalDate day) {
        requireStanding();
        if (kind != LifeEventKind.ILLNESS || endedOn != null) {
            throw new Conflict("life-event-does-not-end");
        }
        if (day.isBefore(happenedOn)) {
            throw new Unprocessable("/date", "before-it-began");
        }
        endedOn = day;
    }

    /// It was a mistake.
    void withdraw(String why, Instant now) {
        requireStanding();
        withdrawnAt = stored(now);
        withdrawal = VietnameseText.singleLine(why);
    }

    private void requireStanding() {
        if (withdrawnAt != null) {
            throw new Conflict("life-event-withdrawn");
        }
    }

    /// The database keeps microseconds.
    private static Instant stored(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /// @param note what is told of the person's health; null: it is not for this answer
    LifeEventView view(@Nullable String note) {
        return new LifeEventView(
                id,
                unitId,
                memberId,
                kind,
                happenedOn,
                endedOn,
                relation,
                healthNote != null,
                note,
                notedAt,
                withdrawnAt,
                withdrawal);
    }
}
