package vn.congdoan.vks.membership.reorganization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a reorganization has come.
@Schema(description = "How far a reorganization has come")
public enum ReorganizationStatus {
    /// Written down, nothing done.
    DRAFT,
    /// To be done at 00:00 (Vietnam) of its day.
    SCHEDULED,
    /// Done.
    APPLIED,
    /// Never done.
    CANCELLED
}
