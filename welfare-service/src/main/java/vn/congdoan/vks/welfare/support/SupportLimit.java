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
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// What a union may give for one kind of support, from a day on until its next limit of the kind begins. It stays as it
/// was set, so that every case can be judged by what held on its day.
@Entity
@Table(name = "support_limit")
class SupportLimit {

    @EmbeddedId
    private SupportLimitId id;

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

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "chair_up_to")
    private long chairUpTo;

    @Column(name = "per_case")
    private @Nullable Long perCase;

    @Column(name = "per_person_and_year")
    private @Nullable Long perPersonAndYear;

    @Column(name = "legal_basis")
    private @Nullable String legalBasis;

    @Embedded
    private Decision decision;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    SupportLimit() {}

    /// @param createdAs what tells an equal creation from another one
    SupportLimit(SupportLimitId id, NewSupportLimit form, byte[] createdAs, Instant now) {
        this.id = id;
        this.ownerUnionId = form.unitId();
        this.unitId = form.unitId();
        this.kind = form.kind();
        this.validFrom = form.validFrom();
        this.chairUpTo = form.chairUpTo();
        this.perCase = form.perCase();
        this.perPersonAndYear = form.perPersonAndYear();
        this.legalBasis = form.legalBasis();
        this.decision = form.decision();
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    SupportLimitId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    long chairUpTo() {
        return chairUpTo;
    }

    @Nullable
    Long perCase() {
        return perCase;
    }

    @Nullable
    Long perPersonAndYear() {
        return perPersonAndYear;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// What others may know of it.
    Change change(UnitPlace place) {
        return Change.of(
                SupportLimitState.TYPE,
                id.value(),
                version,
                "set",
                validFrom,
                ownerUnionId,
                Audience.ofUnionAt(place),
                state());
    }

    SupportLimitState state() {
        return new SupportLimitState(
                id,
                ownerUnionId,
                unitId,
                kind,
                validFrom,
                chairUpTo,
                perCase,
                perPersonAndYear,
                legalBasis,
                decision,
                recordedAt);
    }

    SupportLimitView view() {
        return new SupportLimitView(
                id, unitId, kind, validFrom, chairUpTo, perCase, perPersonAndYear, legalBasis, decision);
    }
}
