package vn.congdoan.vks.welfare.disclosure;

import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What a fund held, got, spent and holds in a period, in đồng.
///
/// @param opening what it held before, or brought with it when its books began
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

    /// The same without any line that tells of few people.
    Disclosure forEverybody() {
        return new Disclosure(
                fund, name, from, to, opening, SmallGroups.together(income), SmallGroups.together(spending), closing);
    }

    long totalIncome() {
        return income.stream().mapToLong(Group::amount).sum();
    }

    long totalSpending() {
        return spending.stream().mapToLong(Group::amount).sum();
    }
}
