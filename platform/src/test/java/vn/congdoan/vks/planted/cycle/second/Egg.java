package vn.congdoan.vks.planted.cycle.second;

import vn.congdoan.vks.planted.cycle.first.Chicken;

/// Comes from the chicken.
public record Egg(Chicken from) {}
