package vn.congdoan.vks.membership.localsuperior;

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
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.membership.externalbody.ExternalBodyRef;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// That a union is under an external body, which recognises its committee and gives it awards, from one day until
/// another. It begins on a day and lasts until the next one begins; one that is recorded afterwards takes the rest of
/// the days of the one that it begins in, so there is never a day with two and, from the first on, none without.
@Entity
@Table(name = "local_superior")
class LocalSuperior {

    @EmbeddedId
    private LocalSuperiorId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "union_id"))
    private UnitId unionId;

    @Embedded
    private ExternalBodyId externalBodyId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Embedded
    private @Nullable Decision decision;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    LocalSuperior() {}

    /// @param next the day on which the one after it begins; null where there is none yet
    LocalSuperior(
            LocalSuperiorId id,
            UnitId union,
            NewLocalSuperior form,
            @Nullable LocalDate next,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.unionId = union;
        this.externalBodyId = form.externalBodyId();
        this.validFrom = form.validFrom();
        this.validTo = next;
        this.decision = form.decision();
        this.createdAs = createdAs.clone();
        this.recordedAt = now;
    }

    /// Another one begins on a day of this one and takes it over with those after it; or the union ends that day.
    void giveWayOn(LocalDate day) {
        if (day.equals(validFrom)) {
            throw new Unprocessable("/validFrom", "another-begins-that-day");
        }
        if (day.isBefore(validFrom) || (validTo != null && !day.isBefore(validTo))) {
            throw new IllegalArgumentException(day + " is no day of " + id);
        }
        validTo = day;
    }

    /// What everybody may know after something happened to it.
    Change change(String happened, LocalDate effectiveDate) {
        return Change.of(
                LocalSuperiorState.TYPE,
                id.value(),
                version,
                happened,
                effectiveDate,
                unionId,
                Audience.everybody(),
                published());
    }

    /// What everybody may know of it.
    LocalSuperiorState published() {
        return new LocalSuperiorState(
                id,
                unionId,
                externalBodyId,
                validFrom,
                validTo,
                decision == null ? null : decision.number(),
                decision == null ? null : decision.date(),
                recordedAt);
    }

    LocalSuperiorId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unionId() {
        return unionId;
    }

    ExternalBodyId externalBodyId() {
        return externalBodyId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    boolean wasCreatedAs(UnitId union, byte[] form) {
        return unionId.equals(union) && MessageDigest.isEqual(createdAs, form);
    }

    LocalSuperiorView view(ExternalBodyRef body) {
        return new LocalSuperiorView(id, unionId, body, validFrom, validTo, decision);
    }
}
