package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where money came from that nobody gave.
@Schema(description = "Where money came from that nobody gave")
public enum IncomeSource {
    /// Allocated by the superior union or by the agency (kinh phí cấp).
    ALLOCATION,
    /// Interest at the bank.
    INTEREST,
    OTHER
}
