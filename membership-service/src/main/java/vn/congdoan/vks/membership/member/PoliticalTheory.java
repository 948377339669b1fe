package vn.congdoan.vks.membership.member;

/// Trình độ lý luận chính trị.
public enum PoliticalTheory {
    /// Sơ cấp.
    PRIMARY,
    /// Trung cấp.
    INTERMEDIATE,
    /// Cao cấp.
    ADVANCED,
    /// Cử nhân.
    BACHELOR
}
