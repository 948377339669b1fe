package vn.congdoan.vks.membership.reorganization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a reorganization has come.
@Schema(description = "How far a reorganization has come")
public enum ReorganizationStatus {
    /// Written down, nothing done.
    DRAFT,
    /// To be done at 00:00 (Vietnam) of its day.
    SCHEDULED,
    /// Begun, and done in part: other nodes write records that it concerns, and do the rest when they hear of it.
    UNDER_WAY,
    /// Done.
    APPLIED,
    /// Never done.
    CANCELLED
}
