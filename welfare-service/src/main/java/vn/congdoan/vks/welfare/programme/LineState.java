package vn.congdoan.vks.welfare.programme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a person on the list is.
@Schema(description = "How far a person on the list is")
public enum LineState {
    LISTED,
    /// Taken off the list before it was approved.
    LEFT_OUT,
    /// Approved and not paid, or paid and returned.
    DUE,
    PAID,
    /// Not paid when the programme was closed.
    ENDED
}
