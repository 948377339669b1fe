package vn.congdoan.vks.welfare.imports;

import java.util.List;
import java.util.Set;

/// How many rows of an import are in each status, and the sum of their amounts.
record ImportTotals(List<ImportView.Total> each) {

    private static final Set<RowStatus> ACCEPTED = Set.of(RowStatus.MATCHED, RowStatus.BOOKED);

    ImportTotals {
        each = List.copyOf(each);
    }

    /// What is booked, and what will be when it is confirmed: it stays the same while that is done.
    ImportView.Accepted accepted() {
        int rows = 0;
        long amount = 0;
        for (ImportView.Total total : each) {
            if (ACCEPTED.contains(total.status())) {
                rows += total.rows();
                amount += total.amount();
            }
        }
        return new ImportView.Accepted(rows, amount);
    }
}
