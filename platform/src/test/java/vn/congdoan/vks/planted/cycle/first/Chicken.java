package vn.congdoan.vks.planted.cycle.first;

import vn.congdoan.vks.planted.cycle.second.Egg;

/// Comes from the egg.
public record Chicken(Egg from) {}
