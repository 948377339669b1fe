package vn.congdoan.vks.planted.module.mine.home;

import vn.congdoan.vks.planted.module.mine.shared.Nest;

/// Needs what stands inside another class.
record Holder(Nest.Held held) {}
