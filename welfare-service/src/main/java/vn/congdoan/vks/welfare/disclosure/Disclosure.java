package vn.congdoan.vks.welfare.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What a fund held, got, spent and holds in a period, in đồng.
///
/// @param opening what it held before, or brought with it when its books began in that time; what is taken back of that
/// later is a line of the income
/// @param inKind the same of goods, by their value; null where none are and none were
record Disclosure(
        FundId fund,
        String name,
        LocalDate from,
        LocalDate to,
        long opening,
        List<Group> income,
        List<Group> spending,
        long closing,
        @Nullable Disclosure inKind) {

    Disclosure {
        income = List.copyOf(income);
        spending = List.copyOf(spending);
    }

    Disclosure with(Disclosure goods) {
        boolean none = goods.opening == 0 && goods.closing == 0 && goods.income.isEmpty() && goods.spending.isEmpty();
        return new Disclosure(fund, name, from, to, opening, income, spending, closing, none ? null : goods);
    }

    long totalIncome() {
        return income.stream().mapToLong(Group::amount).sum();
    }

    long totalSpending() {
        return spending.stream().mapToLong(Group::amount).sum();
    }
}
