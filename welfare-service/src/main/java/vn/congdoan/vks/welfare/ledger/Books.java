package vn.congdoan.vks.welfare.ledger;

import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;

/// Whose books they are, and who may know what is booked.
///
/// @param ownerUnion the union that owns the fund's records
public record Books(FundId fund, UnitId ownerUnion, Audience audience) {}
