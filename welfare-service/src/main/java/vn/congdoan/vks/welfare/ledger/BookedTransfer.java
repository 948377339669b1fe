package vn.congdoan.vks.welfare.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A transfer as it stands in the books.
///
/// @param moneyIn what came into cash and bank, in đồng
/// @param moneyOut what went out of cash and bank
/// @param method how it was paid; null where it only went between cash and bank
/// @param createdAs what an entry was made from; null for what is no entry
public record BookedTransfer(
        TransferId id,
        FundId fund,
        LocalDate date,
        TransferKind kind,
        @Nullable SupportKind purpose,
        @Nullable String text,
        Instant bookedAt,
        long moneyIn,
        long moneyOut,
        @Nullable PaymentMethod method,
        @Nullable String createdAs) {

    public long amount() {
        return Math.max(moneyIn, moneyOut);
    }
}
