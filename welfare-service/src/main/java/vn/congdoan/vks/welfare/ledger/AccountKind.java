package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An account of a fund. Each fund has one of each kind, from its first day.
@Schema(description = "An account of a fund")
public enum AccountKind {
    /// Money in the cashier's box (tiền mặt); never below zero.
    CASH,
    /// Money at the bank (tiền gửi); never below zero.
    BANK,
    /// Where money came from; credited, so its balance is negative.
    INCOME,
    /// What money was spent on.
    EXPENSE;

    boolean isMoney() {
        return this == CASH || this == BANK;
    }
}
