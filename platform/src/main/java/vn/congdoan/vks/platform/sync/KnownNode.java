package vn.congdoan.vks.platform.sync;

import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;

/// A provincial node as every service knows it.
///
/// @param id of its record
/// @param version of its record: another one with every step of a hand-over
/// @param name stands in every change that is made there
/// @param unionId the union that has it
/// @param status `PREPARING`, `MOVING`, `ACTIVE` or `SUSPENDED`
public record KnownNode(UUID id, long version, String name, UnitId unionId, String status) {

    /// Whether its union's records are being handed over to it.
    public boolean isMoving() {
        return status.equals("MOVING");
    }

    /// Whether it may not synchronise.
    public boolean isSuspended() {
        return status.equals("SUSPENDED");
    }
}
