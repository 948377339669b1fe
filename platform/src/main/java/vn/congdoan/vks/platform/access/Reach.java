package vn.congdoan.vks.platform.access;

/// How far a permission reaches a unit.
public enum Reach {
    /// Not at all: the unit's records do not exist for the caller.
    NONE,
    /// From a union above, across the boundary: read, without sensitive data.
    OVERSIGHT,
    /// Inside the caller's own union.
    SCOPE
}
