package vn.congdoan.vks.planted.module.mine.home;

import vn.congdoan.vks.planted.module.mine.shared.Shared;
import vn.congdoan.vks.platform.access.UnitId;

/// Needs another feature of its module, and the platform.
record Neighbourly(Shared shared, UnitId unit) {}
