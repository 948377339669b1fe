package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How money was handed over.
@Schema(description = "How the money was handed over")
public enum PaymentMethod {
    CASH,
    BANK;

    /// How money in an account is handed over; null for an account that is no money.
    static @Nullable PaymentMethod of(AccountKind account) {
        return switch (account) {
            case CASH -> CASH;
            case BANK -> BANK;
            case INCOME, EXPENSE, PASS_THROUGH, OPENING, GOODS, INCOME_IN_KIND, EXPENSE_IN_KIND, PASS_THROUGH_IN_KIND ->
                null;
        };
    }

    /// Where such money is kept.
    public Account account() {
        return switch (this) {
            case CASH -> Account.CASH;
            case BANK -> Account.BANK;
        };
    }
}
