package vn.congdoan.vks.platform.access;

import java.util.UUID;

/// A role that somebody holds at a unit today.
///
/// @param unionId the union that the unit belongs to; equal to `unitId` where the role is held at the union itself
public record Assignment(UUID id, Role role, UnitId unitId, UnitId unionId) {

    /// Only a role held at a union itself, not at one of its sections, oversees the unions below.
    boolean isAtUnion() {
        return unitId.equals(unionId);
    }
}
