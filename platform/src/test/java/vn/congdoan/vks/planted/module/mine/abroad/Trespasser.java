package vn.congdoan.vks.planted.module.mine.abroad;

import vn.congdoan.vks.planted.module.other.Theirs;

/// Needs what another service keeps for itself.
record Trespasser(Theirs theirs) {}
