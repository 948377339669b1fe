package vn.congdoan.vks.membership.unit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a unit is. A union is a legal boundary: it has its own members, money, committee and seal.
@Schema(description = "What a unit is: a union (a legal boundary), or a section or group inside one")
public enum UnitKind {
    /// Công đoàn VKSND tối cao: the root of the sector line.
    CENTRAL_UNION,
    /// Công đoàn cơ sở VKSND tỉnh.
    PROVINCIAL_UNION,
    /// Công đoàn bộ phận: a part of one union.
    SECTION,
    /// Tổ công đoàn: the smallest group, inside a section or a small union.
    GROUP;

    public boolean isUnion() {
        return this == CENTRAL_UNION || this == PROVINCIAL_UNION;
    }

    public boolean mayStandBelow(@Nullable UnitKind parent) {
        return switch (this) {
            case CENTRAL_UNION -> parent == null;
            case PROVINCIAL_UNION -> parent == CENTRAL_UNION;
            case SECTION -> parent != null && parent.isUnion();
            case GROUP -> parent != null && parent != GROUP;
        };
    }
}
