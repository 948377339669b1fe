package vn.congdoan.vks.campaign.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What sort of campaign it is.
@Schema(description = "MOVEMENT: phong trào thi đua; MOBILIZATION: cuộc vận động")
public enum CampaignKind {
    /// Phong trào thi đua: an emulation movement, which can lead to titles.
    MOVEMENT,
    /// Cuộc vận động: a mobilization, without titles.
    MOBILIZATION
}
