package vn.congdoan.vks.welfare.ledger;

import org.jspecify.annotations.Nullable;

/// An account of a fund, by its place in the chart of accounts.
///
/// @param code null where a fund has one account of the kind
public record Account(AccountKind kind, @Nullable String code) {

    public static final Account CASH = new Account(AccountKind.CASH, null);
    public static final Account BANK = new Account(AccountKind.BANK, null);
    public static final Account GOODS = new Account(AccountKind.GOODS, null);
    public static final Account OPENING = new Account(AccountKind.OPENING, null);
    public static final Account PASSED_ON = new Account(AccountKind.PASS_THROUGH, "PASSED_ON");

    static final Account MOVED_IN = new Account(AccountKind.MOVED, "IN");
    static final Account MOVED_OUT = new Account(AccountKind.MOVED, "OUT");
    static final Account OWED_MOVED_IN = new Account(AccountKind.PASS_THROUGH, "MOVED_IN");
    static final Account OWED_MOVED_OUT = new Account(AccountKind.PASS_THROUGH, "MOVED_OUT");

    public static Account income(IncomeSource source) {
        return new Account(AccountKind.INCOME, source.name());
    }

    public static Account expense(SupportKind purpose) {
        return new Account(AccountKind.EXPENSE, purpose.name());
    }

    /// Whether it says what went to another fund with the end of the unit.
    public boolean isMovedOut() {
        return equals(MOVED_OUT) || equals(OWED_MOVED_OUT);
    }

    /// What is owed for a purpose.
    public static Account payable(SupportKind purpose) {
        return new Account(AccountKind.PAYABLE, purpose.name());
    }

    /// What is owed to the fund of what was spent on a purpose.
    public static Account receivable(SupportKind purpose) {
        return new Account(AccountKind.RECEIVABLE, purpose.name());
    }

    /// @param passThrough whether it is given for somebody else than the fund's owner
    static Account given(DonorKind donor, boolean passThrough, boolean inKind) {
        AccountKind own = inKind ? AccountKind.INCOME_IN_KIND : AccountKind.INCOME;
        AccountKind owed = inKind ? AccountKind.PASS_THROUGH_IN_KIND : AccountKind.PASS_THROUGH;
        return new Account(passThrough ? owed : own, donor.name());
    }

    /// The account that the database knows by this name.
    public static Account named(String name) {
        int code = name.indexOf('/');
        return code < 0
                ? new Account(AccountKind.valueOf(name), null)
                : new Account(AccountKind.valueOf(name.substring(0, code)), name.substring(code + 1));
    }

    public String name() {
        return code == null ? kind.name() : kind + "/" + code;
    }
}
