package vn.congdoan.vks.welfare.disclosure;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.Account;

/// What was given by some people, or to some, for one reason.
///
/// @param account where it stands in the books; null for several together
/// @param amount in đồng; what was taken back is taken off
/// @param personal whether single people stand behind it; an agency, a bank or a unit is none
/// @param people some of them, [#ENOUGH] at the least where there are so many
record Group(@Nullable Account account, long amount, boolean personal, Set<String> people) {

    /// What fewer people gave or got is not told of them alone.
    static final int ENOUGH = 5;

    private static final String SEVERAL = "SEVERAL";

    Group {
        people = Set.copyOf(people);
    }

    boolean tellsOfFew() {
        return personal && people.size() < ENOUGH;
    }

    String code() {
        return account == null ? SEVERAL : Objects.requireNonNull(account.code());
    }
}
