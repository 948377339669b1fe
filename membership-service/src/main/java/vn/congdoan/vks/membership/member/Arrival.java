package vn.congdoan.vks.membership.member;

/// How a member came to be counted in a unit.
public enum Arrival {
    /// Was a member before the record of the union began, or of somebody else's union.
    ENROLLED,
    /// Kết nạp: joined the union on that day.
    ADMITTED,
    /// Joined again after an earlier membership.
    READMITTED,
    /// Chuyển sinh hoạt: came from another unit.
    TRANSFERRED,
    /// The unit before was merged, split or dissolved.
    REORGANIZED
}
