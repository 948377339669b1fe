package vn.congdoan.vks.welfare.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far an import is.
@Schema(name = "ContributionImportStatus", description = "How far an import is")
public enum ImportStatus {
    /// It is looked over, corrected and confirmed.
    OPEN,
    /// Some of what was booked is taken back, and the rest has to be.
    UNDOING,
    /// Nothing of it stands in the books.
    UNDONE
}
