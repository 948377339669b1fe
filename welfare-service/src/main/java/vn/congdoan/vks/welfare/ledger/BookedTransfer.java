package vn.congdoan.vks.welfare.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A transfer as it stands in the books.
///
/// @param reverses the transfer that it takes back
/// @param reversedBy the transfer that took it back
/// @param fulfils the promise that it pays
/// @param createdAs what an entry was made from; null for what is no entry
public record BookedTransfer(
        TransferId id,
        FundId fund,
        LocalDate date,
        TransferKind kind,
        @Nullable SupportKind purpose,
        @Nullable TransferId reverses,
        @Nullable TransferId reversedBy,
        @Nullable PromiseId fulfils,
        @Nullable String text,
        Instant bookedAt,
        @Nullable String createdAs,
        List<Transfer.Posting> postings) {

    public BookedTransfer {
        postings = List.copyOf(postings);
    }

    /// What moved, in đồng.
    public long amount() {
        return postings.stream()
                .mapToLong(Transfer.Posting::amount)
                .filter(each -> each > 0)
                .sum();
    }

    /// Whether it is one side of the move of a whole fund.
    public boolean isMove() {
        return kind == TransferKind.MOVE_OUT || kind == TransferKind.MOVE_IN;
    }

    /// How it was paid; null where it only went between cash and bank.
    public @Nullable PaymentMethod method() {
        List<PaymentMethod> methods = postings.stream()
                .map(each -> PaymentMethod.of(each.account()))
                .filter(Objects::nonNull)
                .toList();
        return methods.size() == 1 ? methods.getFirst() : null;
    }

    /// Where income came from that nobody gave; null for all others.
    public @Nullable IncomeSource source() {
        return kind != TransferKind.INCOME
                ? null
                : postings.stream()
                        .filter(each -> each.account() == AccountKind.INCOME)
                        .map(each -> IncomeSource.valueOf(Objects.requireNonNull(each.code())))
                        .findFirst()
                        .orElseThrow();
    }
}
