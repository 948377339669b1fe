package vn.congdoan.vks.platform.access;

/// The member whose record an account is linked to, and the unit where that member is today.
public record LinkedMember(MemberId id, UnitId unitId) {}
