package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a member is employed.
@Schema(description = "How a member is employed: cán bộ, công chức, viên chức, người lao động")
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
