package vn.congdoan.vks.platform.sync;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of a sender's changes a receiver has set aside, as it tells the sender.
///
/// @param count how many
/// @param changes those that have lain longest, as many as one message bears
public record SetAsideThere(
        @PositiveOrZero int count,
        @NotNull @Valid @Size(max = SetAsideThere.MOST) List<Item> changes) {

    static final int MOST = 100;

    public SetAsideThere(int count, @Nullable List<Item> changes) {
        this.count = count;
        this.changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /// One of them, without what it says of the record.
    public record Item(
            @NotNull UUID changeId,
            @NotBlank @Size(max = 100) String aggregateType,
            @NotNull UUID aggregateId,
            @NotNull UUID streamKey,
            @NotBlank @Size(max = 100) String originNode,
            long position,
            @NotNull QuarantineReason reason,
            @Nullable @Size(max = 1000) String detail,
            @NotNull Instant since,
            @NotNull Instant triedAt,
            int tries) {}
}
