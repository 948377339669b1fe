package vn.congdoan.vks.platform.access;

import java.util.List;

/// Where a unit stands in the tree today.
///
/// @param unitId the unit
/// @param unionId the union that it belongs to, itself if it is one
/// @param within the unit and everything above it up to its union, all inside that union
/// @param unionsAbove the unions above its union, which oversee it
public record UnitPlace(UnitId unitId, UnitId unionId, List<UnitId> within, List<UnitId> unionsAbove) {

    public UnitPlace {
        within = List.copyOf(within);
        unionsAbove = List.copyOf(unionsAbove);
    }

    /// Whether it is the union that no other stands above.
    boolean isCentralUnion() {
        return unitId.equals(unionId) && unionsAbove.isEmpty();
    }
}
