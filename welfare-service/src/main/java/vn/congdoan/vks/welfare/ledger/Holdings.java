package vn.congdoan.vks.welfare.ledger;

import java.util.List;
import java.util.stream.Stream;

/// All that a fund holds, in whole đồng.
///
/// @param owed what of both it owes to whom it was collected for
public record Holdings(long cash, long bank, long owed) {

    public long money() {
        return cash + bank;
    }

    public Holdings plus(Holdings other) {
        return new Holdings(cash + other.cash, bank + other.bank, owed + other.owed);
    }

    List<Transfer.Posting> leaving() {
        return booked(Account.OWED_MOVED_OUT, Account.MOVED_OUT, -1);
    }

    List<Transfer.Posting> arriving() {
        return booked(Account.OWED_MOVED_IN, Account.MOVED_IN, 1);
    }

    private List<Transfer.Posting> booked(Account liability, Account rest, int sign) {
        return Stream.of(
                        new Transfer.Posting(Account.CASH, sign * cash),
                        new Transfer.Posting(Account.BANK, sign * bank),
                        new Transfer.Posting(liability, -sign * owed),
                        new Transfer.Posting(rest, -sign * (money() - owed)))
                .filter(each -> each.amount() != 0)
                .toList();
    }
}
