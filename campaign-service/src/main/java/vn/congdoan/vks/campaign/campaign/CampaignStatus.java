package vn.congdoan.vks.campaign.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where a campaign stands in its life.
@Schema(description = "Where a campaign stands in its life")
public enum CampaignStatus {
    /// Prepared, not yet announced.
    DRAFT,
    /// Announced (phát động): units may join and commit themselves.
    LAUNCHED,
    /// Reviewed and ended.
    CLOSED,
    /// Given up.
    CANCELLED
}
