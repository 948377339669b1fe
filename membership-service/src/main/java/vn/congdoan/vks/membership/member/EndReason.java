package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a membership ended.
@Schema(description = "Why a membership ended")
public enum EndReason {
    /// Xin ra khỏi công đoàn.
    RESIGNED,
    /// Nghỉ hưu.
    RETIRED,
    /// Khai trừ.
    EXPELLED,
    /// Không còn đủ điều kiện.
    INELIGIBLE,
    /// Đơn vị giải thể.
    UNIT_DISSOLVED,
    /// Qua đời.
    DECEASED;

    /// Whether the union ends the membership, and not the member or life: then it says by which decision.
    boolean needsDecision() {
        return this == EXPELLED || this == INELIGIBLE || this == UNIT_DISSOLVED;
    }
}
