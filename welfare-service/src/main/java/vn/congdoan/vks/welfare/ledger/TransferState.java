package vn.congdoan.vks.welfare.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A transfer as published: what moved, never its text.
///
/// @param date the day that it counts for
/// @param purpose what the money is spent on; only with an expense, and with what is owed
/// @param fulfils the promise that it pays, by the id of what that was made for
/// @param reverses the transfer that it takes back, whose opposite it is; absent with all others
/// @param postings debits positive, credits negative, in whole đồng; they sum to zero
/// @param bookedAt absent in what was published before this was told
public record TransferState(
        TransferId id,
        FundId fundId,
        UnitId ownerUnionId,
        TransferKind kind,
        LocalDate date,
        @Nullable SupportKind purpose,
        @Nullable TransferId reverses,
        @Nullable PromiseId fulfils,
        List<Transfer.Posting> postings,
        @Nullable Instant bookedAt) {

    public static final AggregateType TYPE =
            AggregateType.entries("welfare", "transfer", 1, TransferState.class, "booked");

    public TransferState {
        postings = List.copyOf(postings);
    }
}
