package vn.congdoan.vks.campaign.commitment;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// What a unit or a member registers to do in a campaign (đăng ký, cam kết, giao ước thi đua; domain.md §4). It keeps
/// the unit and the union of the time, wherever the member goes afterwards.
@Entity
@Table(name = "commitment")
class Commitment {

    @EmbeddedId
    private CommitmentId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private CampaignId campaignId;

    @Embedded
    private UnitId unitId;

    @Embedded
    private @Nullable MemberId memberId;

    @Column(name = "text")
    private @Nullable String text;

    @Column(name = "deadline")
    private @Nullable LocalDate deadline;

    @Column(name = "registered_on")
    private LocalDate registeredOn;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    Commitment() {}

    /// @param place where the unit stands that commits, or that the member is in
    /// @param registeredOn on which day it was registered, which may have been long ago
    /// @param createdAs what tells an equal creation from another one
    Commitment(
            CommitmentId id,
            UnitPlace place,
            NewCommitment form,
            LocalDate registeredOn,
            byte[] createdAs,
            Instant now) {
        if (form.deadline() != null && form.deadline().isBefore(registeredOn)) {
            throw new Unprocessable("/deadline", "before-registration");
        }
        this.id = id;
        this.ownerUnionId = place.unionId();
        this.campaignId = form.campaignId();
        this.unitId = place.unitId();
        this.memberId = form.memberId();
        this.text = form.words();
        this.deadline = form.deadline();
        this.registeredOn = registeredOn;
        this.createdAs = createdAs.clone();
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /// What others may know after it was made.
    Change made(Audience audience) {
        return Change.of(
                CommitmentState.TYPE, id.value(), version, "made", registeredOn, ownerUnionId, audience, state());
    }

    CommitmentState state() {
        String published = memberId == null ? text : null;
        return new CommitmentState(
                id, ownerUnionId, campaignId, memberId, unitId, published, deadline, registeredOn, recordedAt);
    }

    CommitmentId id() {
        return id;
    }

    long version() {
        return version;
    }

    CampaignId campaignId() {
        return campaignId;
    }

    /// Who commits: the member, or the unit where it is the unit itself.
    UUID subject() {
        return memberId == null ? unitId.value() : memberId.value();
    }

    /// What will be done; null for a member of another node, whose words stay at home.
    @Nullable
    String text() {
        return text;
    }

    UnitId unitId() {
        return unitId;
    }

    @Nullable
    MemberId memberId() {
        return memberId;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// @param worded whether the reader may see what a member wrote; what a unit writes is nobody's personal data
    CommitmentView view(boolean worded) {
        String shown = worded || memberId == null ? text : null;
        return new CommitmentView(id, campaignId, memberId, unitId, ownerUnionId, shown, deadline, registeredOn);
    }
}
