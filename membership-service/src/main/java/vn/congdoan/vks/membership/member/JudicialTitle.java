package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Chức danh tư pháp, or the professional title where there is none.
@Schema(description = "Judicial title (chức danh tư pháp), or the professional title where there is none")
public enum JudicialTitle {
    /// Kiểm sát viên VKSND tối cao.
    PROCURATOR_SUPREME,
    /// Kiểm sát viên cao cấp.
    PROCURATOR_SENIOR,
    /// Kiểm sát viên trung cấp.
    PROCURATOR_INTERMEDIATE,
    /// Kiểm sát viên sơ cấp.
    PROCURATOR_PRIMARY,
    /// Kiểm tra viên cao cấp.
    EXAMINER_SENIOR,
    /// Kiểm tra viên chính.
    EXAMINER_PRINCIPAL,
    /// Kiểm tra viên.
    EXAMINER,
    /// Điều tra viên cao cấp.
    INVESTIGATOR_SENIOR,
    /// Điều tra viên trung cấp.
    INVESTIGATOR_INTERMEDIATE,
    /// Điều tra viên sơ cấp.
    INVESTIGATOR_PRIMARY,
    /// Chuyên viên.
    SPECIALIST,
    /// Kế toán.
    ACCOUNTANT,
    /// Văn thư.
    CLERK,
    OTHER
}
