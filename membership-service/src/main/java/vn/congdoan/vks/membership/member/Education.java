package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Trình độ học vấn, the highest reached.
@Schema(description = "Highest education reached")
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
