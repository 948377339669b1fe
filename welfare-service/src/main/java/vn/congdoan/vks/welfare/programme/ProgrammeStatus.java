package vn.congdoan.vks.welfare.programme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a support programme has come.
@Schema(description = "How far a support programme has come")
public enum ProgrammeStatus {
    /// The list is made and may still be shortened.
    LISTED,
    /// The money is kept back for everybody on the list.
    APPROVED,
    CANCELLED,
    /// Nothing more is paid; what was left is free again.
    CLOSED
}
