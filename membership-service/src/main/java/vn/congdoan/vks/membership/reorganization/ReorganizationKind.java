package vn.congdoan.vks.membership.reorganization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is done to the units.
@Schema(description = "What is done to the units")
public enum ReorganizationKind {
    /// Another name or code.
    RENAME,
    /// Another unit above: đổi đơn vị cấp trên.
    REPARENT,
    /// Several units become one, an existing or a new one: sáp nhập, hợp nhất.
    MERGE,
    /// One unit becomes several: chia, tách.
    SPLIT,
    /// Units end and nothing comes after them: giải thể.
    DISSOLVE
}
