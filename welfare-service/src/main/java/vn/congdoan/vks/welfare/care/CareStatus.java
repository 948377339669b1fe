package vn.congdoan.vks.welfare.care;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a care commitment has come.
@Schema(description = "How far a care commitment has come")
public enum CareStatus {
    /// Written down, and nothing is due before it is approved.
    PROPOSED,
    APPROVED,
    /// Given up before it was approved.
    CANCELLED,
    /// Nothing is due after its last day; what was due before it still is.
    ENDED
}
