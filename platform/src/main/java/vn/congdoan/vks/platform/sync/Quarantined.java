package vn.congdoan.vks.platform.sync;

/// A change that is set aside.
///
/// @param id names it in the quarantine
record Quarantined(long id, SyncChange change) {}
