package vn.congdoan.vks.membership.member;

/// Trình độ học vấn, the highest reached.
public enum Education {
    /// Trung học phổ thông.
    SECONDARY,
    /// Trung cấp.
    VOCATIONAL,
    /// Cao đẳng.
    COLLEGE,
    /// Đại học.
    BACHELOR,
    /// Thạc sĩ.
    MASTER,
    /// Tiến sĩ.
    DOCTOR
}
