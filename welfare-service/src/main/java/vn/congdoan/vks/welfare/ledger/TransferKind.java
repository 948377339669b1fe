package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a transfer is.
@Schema(description = "What a transfer is")
public enum TransferKind {
    /// Money given to the fund by a donor.
    CONTRIBUTION,
    /// Money spent for one of the fund's purposes.
    EXPENSE,
    /// Money that came in without a donor, such as interest or an allocation.
    INCOME,
    /// From the cashier's box to the bank.
    BANK_DEPOSIT,
    /// From the bank to the cashier's box.
    BANK_WITHDRAWAL,
    /// What the fund held when its books began.
    OPENING,
    /// Money that was collected for somebody else is handed over.
    PASS_ON,
    /// What was decided is owed from now on, for one of the fund's purposes.
    PAYABLE,
    /// What was owed is paid.
    SETTLEMENT,
    /// What was paid is claimed back.
    RECEIVABLE,
    /// Money that was claimed back came.
    RECOVERY,
    /// What was claimed back will not come.
    WRITE_OFF,
    /// All that is left goes to another fund, because the unit has ended.
    MOVE_OUT,
    /// What a fund of a unit that ended still held.
    MOVE_IN,
    /// Goods given to the fund by a donor.
    CONTRIBUTION_IN_KIND,
    /// Goods used for one of the fund's purposes.
    EXPENSE_IN_KIND,
    /// Goods that were collected for somebody else are handed over.
    PASS_ON_IN_KIND,
    /// Goods that are written off by a decision, such as those that have spoiled.
    WRITE_OFF_IN_KIND;

    /// Whether it is a step of what the fund owes or is owed, which is done and undone where that is kept.
    public boolean isOfWhatIsOwed() {
        return switch (this) {
            case PAYABLE, SETTLEMENT, RECEIVABLE, RECOVERY, WRITE_OFF -> true;
            case CONTRIBUTION, EXPENSE, INCOME, BANK_DEPOSIT, BANK_WITHDRAWAL, OPENING, PASS_ON -> false;
            case MOVE_OUT, MOVE_IN -> false;
            case CONTRIBUTION_IN_KIND, EXPENSE_IN_KIND, PASS_ON_IN_KIND, WRITE_OFF_IN_KIND -> false;
        };
    }
}
