package vn.congdoan.vks.welfare.drive;

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
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.FundId;

/// Collecting for an occasion (đợt vận động, quyên góp). What was given are contributions; who promised what is kept
/// beside it.
@Entity
@Table(name = "drive")
class Drive {

    /// All that was promised can still be counted.
    private static final long MOST_PLEDGED = 1_000_000_000_000_000_000L;

    @EmbeddedId
    private DriveId id;

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

    @Column(name = "name")
    private String name;

    @Column(name = "legal_basis")
    private @Nullable String legalBasis;

    @Column(name = "goal")
    private @Nullable Long goal;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "closes_on")
    private LocalDate closesOn;

    @Column(name = "pledged")
    private long pledged;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    Drive() {}

    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param createdAs what tells an equal creation from another one
    Drive(DriveId id, UnitId ownerUnionId, NewDrive form, byte[] createdAs, Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.fundId = form.fundId();
        this.name = VietnameseText.singleLine(form.name());
        this.legalBasis = form.legalBasis() == null ? null : VietnameseText.singleLine(form.legalBasis());
        this.goal = form.goal();
        this.opensOn = form.opensOn();
        this.closesOn = form.closesOn();
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    DriveId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    FundId fundId() {
        return fundId;
    }

    LocalDate opensOn() {
        return opensOn;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// @param lastGift the last day on which something was given for it; null: nothing was
    void goOnUntil(LocalDate last, @Nullable LocalDate lastGift) {
        if (last.isBefore(opensOn)) {
            throw new Unprocessable("/closesOn", "ends-before-start");
        }
        if (lastGift != null && last.isBefore(lastGift)) {
            throw new Unprocessable("/closesOn", "given-later");
        }
        closesOn = last;
    }

    /// Somebody promises to give.
    void pledge(LocalDate date, long amount, LocalDate today) {
        if (date.isAfter(today)) {
            throw new Unprocessable("/date", "in-the-future");
        }
        if (date.isAfter(closesOn)) {
            throw new Unprocessable("/date", "outside-the-drive");
        }
        if (pledged > MOST_PLEDGED - amount) {
            throw new Unprocessable("/amount", "too-much-in-all");
        }
        pledged += amount;
    }

    void withdrawn(long amount) {
        pledged -= amount;
    }

    /// What its union and those above may know of it.
    Change change(String happened, LocalDate day, UnitPlace place) {
        return Change.of(
                DriveState.TYPE, id.value(), version, happened, day, ownerUnionId, Audience.ofUnionAt(place), state());
    }

    DriveState state() {
        return new DriveState(
                id, ownerUnionId, unitId, fundId, name, legalBasis, goal, opensOn, closesOn, pledged, recordedAt);
    }

    DriveView view(DriveProgress progress) {
        return new DriveView(
                id,
                unitId,
                fundId,
                name,
                legalBasis,
                goal,
                opensOn,
                closesOn,
                progress.given(),
                progress.givenInKind(),
                progress.contributions(),
                pledged,
                progress.givenOfPledges() == null ? null : Math.max(pledged - progress.givenOfPledges(), 0),
                recordedAt);
    }
}
