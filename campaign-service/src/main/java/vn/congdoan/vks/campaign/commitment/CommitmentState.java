package vn.congdoan.vks.campaign.commitment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A commitment as published. What a member writes may say anything about a person, so it does not leave this service
/// (domain.md §7); that the member committed does.
///
/// @param memberId absent where the unit commits
/// @param unitId the unit that commits, or that the member was in at the time
/// @param text what will be done; absent for a member
/// @param deadline until when, inclusive
/// @param recordedAt when it was first written down; absent in what was published before this was told
public record CommitmentState(
        CommitmentId id,
        UnitId ownerUnionId,
        CampaignId campaignId,
        @Nullable MemberId memberId,
        UnitId unitId,
        @Nullable String text,
        @Nullable LocalDate deadline,
        LocalDate registeredOn,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("campaign", "commitment", 1, CommitmentState.class, "made");
}
