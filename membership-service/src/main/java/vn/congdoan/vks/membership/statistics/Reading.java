package vn.congdoan.vks.membership.statistics;

/// A tally as of a day.
record Reading(Tally tally, int day) {}
