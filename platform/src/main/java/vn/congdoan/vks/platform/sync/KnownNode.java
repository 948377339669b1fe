package vn.congdoan.vks.platform.sync;

import vn.congdoan.vks.platform.access.UnitId;

/// A provincial node as every service knows it.
///
/// @param name stands in every change that is made there
/// @param unionId the union that has it
/// @param status `PREPARING`, `ACTIVE` or `SUSPENDED`
public record KnownNode(String name, UnitId unionId, String status) {

    /// Whether it may not synchronise.
    public boolean isSuspended() {
        return status.equals("SUSPENDED");
    }
}
