package vn.congdoan.vks.welfare.disclosure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /// The same lines, those of one account, and those of several put together, added up; in the order in which they
    /// come, with what is put together at the end.
    static List<Group> merged(List<Group> groups) {
        Map<Optional<Account>, Group> merged = new LinkedHashMap<>();
        groups.stream()
                .sorted(Comparator.comparing((Group each) -> each.account == null))
                .forEach(each -> merged.merge(Optional.ofNullable(each.account), each, Group::and));
        return List.copyOf(merged.values());
    }

    private Group and(Group other) {
        Set<String> both = new HashSet<>(people);
        both.addAll(other.people);
        return new Group(account, amount + other.amount, personal, both);
    }

    boolean tellsOfFew() {
        return personal && people.size() < ENOUGH;
    }

    String code() {
        if (account == null) {
            return SEVERAL;
        }
        return switch (account.kind()) {
            case PAYABLE, RECEIVABLE -> account.name();
            case CASH,
                    BANK,
                    INCOME,
                    EXPENSE,
                    PASS_THROUGH,
                    OPENING,
                    MOVED,
                    GOODS,
                    INCOME_IN_KIND,
                    EXPENSE_IN_KIND,
                    PASS_THROUGH_IN_KIND ->
                Objects.requireNonNullElse(account.code(), account.kind().name());
        };
    }
}
