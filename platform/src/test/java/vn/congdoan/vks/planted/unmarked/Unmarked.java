package vn.congdoan.vks.planted.unmarked;

/// Stands in a package that does not say where null is allowed.
class Unmarked {}
