package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// In what something was given.
@Schema(description = "In what it was given: money in cash, money by bank, or goods (hiện vật)")
public enum GivingMethod {
    CASH,
    BANK,
    GOODS;

    /// Money that was handed over so.
    public static GivingMethod of(PaymentMethod method) {
        return switch (method) {
            case CASH -> CASH;
            case BANK -> BANK;
        };
    }

    /// Where it is kept.
    Account account() {
        return switch (this) {
            case CASH -> Account.CASH;
            case BANK -> Account.BANK;
            case GOODS -> Account.GOODS;
        };
    }
}
