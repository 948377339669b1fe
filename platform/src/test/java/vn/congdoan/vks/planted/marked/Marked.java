package vn.congdoan.vks.planted.marked;

/// Stands in a package where nothing is null that does not say so.
class Marked {}
