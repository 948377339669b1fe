package vn.congdoan.vks.membership.member;

/// How a member is employed.
public enum EmploymentCategory {
    /// Cán bộ.
    CADRE,
    /// Công chức.
    CIVIL_SERVANT,
    /// Viên chức.
    PUBLIC_EMPLOYEE,
    /// Người lao động.
    WORKER
}
