package vn.congdoan.vks.welfare.entry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.AccountKind;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// What an accountant can enter. Contributions have a way of their own, because they have a donor.
@Schema(
        description = "EXPENSE: money spent for one of the fund's purposes; INCOME: money that came in without a donor,"
                + " such as interest; BANK_DEPOSIT: from cash to the bank; BANK_WITHDRAWAL: from the bank to cash")
public enum EntryKind {
    EXPENSE,
    INCOME,
    BANK_DEPOSIT,
    BANK_WITHDRAWAL;

    /// Whether money is handed over, to or from somebody.
    boolean isPaid() {
        return this == EXPENSE || this == INCOME;
    }

    TransferKind transferKind() {
        return switch (this) {
            case EXPENSE -> TransferKind.EXPENSE;
            case INCOME -> TransferKind.INCOME;
            case BANK_DEPOSIT -> TransferKind.BANK_DEPOSIT;
            case BANK_WITHDRAWAL -> TransferKind.BANK_WITHDRAWAL;
        };
    }

    /// @param method how it was paid; of no meaning between cash and bank
    List<Transfer.Posting> postings(PaymentMethod method, long amount) {
        return switch (this) {
            case EXPENSE -> Transfer.moved(method.account(), AccountKind.EXPENSE, amount);
            case INCOME -> Transfer.moved(AccountKind.INCOME, method.account(), amount);
            case BANK_DEPOSIT -> Transfer.moved(AccountKind.CASH, AccountKind.BANK, amount);
            case BANK_WITHDRAWAL -> Transfer.moved(AccountKind.BANK, AccountKind.CASH, amount);
        };
    }
}
