package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How money was handed over.
@Schema(description = "How the money was handed over")
public enum PaymentMethod {
    CASH,
    BANK;

    /// Where such money is kept.
    public AccountKind account() {
        return switch (this) {
            case CASH -> AccountKind.CASH;
            case BANK -> AccountKind.BANK;
        };
    }
}
