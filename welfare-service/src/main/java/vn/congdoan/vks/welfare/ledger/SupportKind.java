package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What support is given for. A fund says which of them it may be spent on: there is no silent cross-funding.
@Schema(description = "What support is given for")
public enum SupportKind {
    ILLNESS,
    CRITICAL_ILLNESS,
    BEREAVEMENT,
    WEDDING,
    BIRTH,
    HARDSHIP,
    DISASTER,
    /// Gifts to those who have retired: no members any more, but still cared for.
    RETIREE_GIFT,
    /// Recurring care for a Vietnamese Heroic Mother (Bà mẹ Việt Nam Anh hùng).
    HERO_MOTHER_CARE,
    HOUSE,
    OTHER
}
