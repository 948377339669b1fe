package vn.congdoan.vks.welfare.support;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a support case has come.
@Schema(description = "How far a support case has come")
public enum SupportStatus {
    REQUESTED,
    /// Somebody has looked into it: the need is real.
    VERIFIED,
    /// The accountant says which fund pays how much.
    PROPOSED,
    /// The money is kept back for it.
    APPROVED,
    PAID,
    REFUSED,
    /// Taken back before it was paid.
    WITHDRAWN
}
