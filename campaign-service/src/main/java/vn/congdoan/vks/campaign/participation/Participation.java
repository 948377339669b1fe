package vn.congdoan.vks.campaign.participation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.campaign.campaign.Target;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;

/// A unit takes part in a campaign that was launched above it, and may add targets of its own (domain.md §4). The
/// record is the unit's union's: the union that launched the campaign reads it and changes nothing.
@Entity
@Table(name = "participation")
class Participation {

    @EmbeddedId
    private ParticipationId id;

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

    @Column(name = "joined_on")
    private LocalDate joinedOn;

    @ElementCollection
    @CollectionTable(name = "participation_target", joinColumns = @JoinColumn(name = "participation_id"))
    @OrderColumn(name = "place")
    private List<Target> targets = new ArrayList<>();

    @Column(name = "recorded_at")
    private Instant recordedAt;

    Participation() {}

    /// A unit joins.
    ///
    /// @param place where the unit stands today
    /// @param joinedOn on which day it joined, which may have been long ago
    Participation(
            ParticipationId id,
            CampaignId campaignId,
            UnitPlace place,
            LocalDate joinedOn,
            List<Target> targets,
            Instant now) {
        this.id = id;
        this.ownerUnionId = place.unionId();
        this.campaignId = campaignId;
        this.unitId = place.unitId();
        this.joinedOn = joinedOn;
        this.targets.addAll(targets);
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /// What others may know after the unit joined.
    Change joined(Audience audience) {
        return Change.of(
                ParticipationState.TYPE, id.value(), version, "joined", joinedOn, ownerUnionId, audience, state());
    }

    ParticipationState state() {
        return new ParticipationState(id, ownerUnionId, campaignId, unitId, joinedOn, targets, recordedAt);
    }

    ParticipationId id() {
        return id;
    }

    long version() {
        return version;
    }

    CampaignId campaignId() {
        return campaignId;
    }

    UnitId unitId() {
        return unitId;
    }

    ParticipationView view() {
        return new ParticipationView(id, campaignId, unitId, ownerUnionId, joinedOn, List.copyOf(targets));
    }
}
