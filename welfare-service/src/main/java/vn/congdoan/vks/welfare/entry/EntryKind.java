package vn.congdoan.vks.welfare.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// What an accountant can enter. Contributions have a way of their own, because they have a donor.
@Schema(
        description = "EXPENSE: money spent for one of the fund's purposes; INCOME: money that came in without a donor,"
                + " such as interest; BANK_DEPOSIT: from cash to the bank; BANK_WITHDRAWAL: from the bank to cash;"
                + " OPENING: what the fund held when its books began; PASS_ON: money collected for somebody else is"
                + " handed over")
public enum EntryKind {
    EXPENSE,
    INCOME,
    BANK_DEPOSIT,
    BANK_WITHDRAWAL,
    OPENING,
    PASS_ON;

    /// Whether it is in cash or at the bank, and not from one to the other.
    boolean hasMethod() {
        return this != BANK_DEPOSIT && this != BANK_WITHDRAWAL;
    }

    TransferKind transferKind() {
        return switch (this) {
            case EXPENSE -> TransferKind.EXPENSE;
            case INCOME -> TransferKind.INCOME;
            case BANK_DEPOSIT -> TransferKind.BANK_DEPOSIT;
            case BANK_WITHDRAWAL -> TransferKind.BANK_WITHDRAWAL;
            case OPENING -> TransferKind.OPENING;
            case PASS_ON -> TransferKind.PASS_ON;
        };
    }
}
