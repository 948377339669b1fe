package vn.congdoan.vks.welfare.payfile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of a line of a payment file.
@Schema(description = "What became of a line of a payment file")
public enum PaymentLineState {
    /// On its way: nobody pays it otherwise.
    OPEN,
    /// Booked with the bank's day and number.
    PAID,
    /// The bank did not pay: due again.
    FAILED,
    /// It was paid, and the money came back: due again.
    RETURNED,
    /// The file was given up before it was paid: due as before.
    FREED
}
