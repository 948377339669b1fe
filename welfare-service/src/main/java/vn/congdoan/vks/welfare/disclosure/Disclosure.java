package vn.congdoan.vks.welfare.disclosure;

import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What a fund held, got, spent and holds in a period, in đồng.
///
/// @param opening what it held before, or brought with it when its books began in that time; what is taken back of that
/// later is a line of the income
record Disclosure(
        FundId fund,
        String name,
        LocalDate from,
        LocalDate to,
        long opening,
        List<Group> income,
        List<Group> spending,
        long closing) {

    Disclosure {
        income = List.copyOf(income);
        spending = List.copyOf(spending);
    }

    long totalIncome() {
        return income.stream().mapToLong(Group::amount).sum();
    }

    long totalSpending() {
        return spending.stream().mapToLong(Group::amount).sum();
    }
}
