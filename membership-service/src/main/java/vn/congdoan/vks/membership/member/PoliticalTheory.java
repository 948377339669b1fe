package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Trình độ lý luận chính trị.
@Schema(description = "Level of political theory (lý luận chính trị)")
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
