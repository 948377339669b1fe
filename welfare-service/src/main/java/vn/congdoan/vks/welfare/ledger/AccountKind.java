package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What sort of account of a fund it is. The chart of accounts is the same for all funds of one sort, from their
/// first day: those whose money passes through owe it, and spend nothing of their own.
@Schema(description = "What sort of account of a fund it is")
public enum AccountKind {
    /// Money in the cashier's box (tiền mặt); never below zero.
    CASH,
    /// Money at the bank (tiền gửi); never below zero.
    BANK,
    /// Where money came from, by code; credited, so its balance is negative.
    INCOME,
    /// What money was spent on, by code: the purpose.
    EXPENSE,
    /// Money collected for somebody else (thu hộ), by code: credited by who gave it, debited when it is passed on.
    PASS_THROUGH,
    /// What the fund held when its books began; credited.
    OPENING,
    /// What is owed to the fund (nợ phải thu), by the purpose that it was spent on; debited, never below zero.
    RECEIVABLE,
    /// What the fund owes (nợ phải trả), by the purpose that it is spent on; credited, so its balance is negative.
    PAYABLE,
    /// What came from a fund of a unit that ended (IN), or went to another one with the end of the unit (OUT).
    MOVED,
    /// Goods (hiện vật) by their value; never below zero, and no money.
    GOODS,
    /// Who gave goods, by code; credited.
    INCOME_IN_KIND,
    /// What goods were used for, by code: the purpose, or that they were written off.
    EXPENSE_IN_KIND,
    /// Goods collected for somebody else, by code: credited by who gave them, debited when they are passed on or
    /// written off.
    PASS_THROUGH_IN_KIND;

    boolean isMoney() {
        return this == CASH || this == BANK;
    }
}
