package vn.congdoan.vks.welfare.programme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom a programme supports.
@Schema(description = "Whom a programme supports")
public enum BeneficiaryGroup {
    /// Who is a member when the list is made.
    MEMBERS,
    /// Who was one and has retired.
    RETIREES
}
