package vn.congdoan.vks.welfare.payfile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the bank says of a line.
@Schema(description = "What the bank says of a line; RETURNED of one that it paid before")
public enum BankOutcome {
    PAID,
    FAILED,
    RETURNED
}
