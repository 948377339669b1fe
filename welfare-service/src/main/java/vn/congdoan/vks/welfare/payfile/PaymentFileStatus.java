package vn.congdoan.vks.welfare.payfile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a payment file has come.
@Schema(description = "How far a payment file has come")
public enum PaymentFileStatus {
    /// Drawn up: what it pays is in no other file and is not paid otherwise.
    DRAFT,
    /// A second person has looked it over; the money is kept back.
    APPROVED,
    /// It may be with the bank.
    EXPORTED,
    /// The bank has answered for every line.
    RECONCILED,
    /// Given up; what was not paid is due as before.
    CANCELLED
}
