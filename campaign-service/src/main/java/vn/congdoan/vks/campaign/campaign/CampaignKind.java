package vn.congdoan.vks.campaign.campaign;

/// What sort of campaign it is.
public enum CampaignKind {
    /// Phong trào thi đua: an emulation movement, which can lead to titles.
    MOVEMENT,
    /// Cuộc vận động: a mobilization, without titles.
    MOBILIZATION
}
