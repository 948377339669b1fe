package vn.congdoan.vks.platform.sync;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of what the central node has of a node's records of one kind and month, for the node to compare with
/// its own.
///
/// @param epoch with `position` how far the central node had taken the node's feed before: what changed after
///         that is under way
/// @param after the id after which the page begins; null: the first
/// @param upTo the last id of the page; null: there is no further page
public record ComparedRecords(
        int epoch,
        long position,
        @NotBlank @Size(max = 100) String type,
        @NotNull @Pattern(regexp = ComparedMonth.FORM) String month,
        @Nullable UUID after,
        @Nullable UUID upTo,
        @NotNull @Valid @Size(max = 200) List<Known> records) {

    public ComparedRecords(
            int epoch,
            long position,
            String type,
            String month,
            @Nullable UUID after,
            @Nullable UUID upTo,
            @Nullable List<Known> records) {
        this.epoch = epoch;
        this.position = position;
        this.type = type;
        this.month = month;
        this.after = after;
        this.upTo = upTo;
        this.records = records == null ? List.of() : List.copyOf(records);
    }

    /// One of them.
    public record Known(
            @NotNull UUID id,
            int epoch,
            long version,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {}
}
