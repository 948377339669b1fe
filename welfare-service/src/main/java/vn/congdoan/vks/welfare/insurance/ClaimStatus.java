package vn.congdoan.vks.welfare.insurance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a claim has come.
@Schema(name = "InsuranceClaimStatus", description = "How far a claim has come")
public enum ClaimStatus {
    CLAIMED,
    /// The insurer has paid the member.
    SETTLED,
    /// The insurer does not pay.
    REFUSED
}
