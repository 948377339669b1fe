package vn.congdoan.vks.membership.statistics;

import java.util.UUID;

/// The running counts of a unit in a scope.
record Tally(UUID unit, Scope scope) {}
