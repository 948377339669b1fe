package vn.congdoan.vks.platform.sync;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the link carries between both ends of a comparison beside pages of records.
public final class ComparisonSteps {

    private ComparisonSteps() {}

    /// The comparisons that wait.
    public record Waiting(@NotNull @Size(max = 1) List<UUID> comparisons) {

        public Waiting(@Nullable List<UUID> comparisons) {
            this.comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
        }
    }

    /// What the central node has of all records.
    ///
    /// @param epoch of the node, in which the central node has taken its feed
    public record AtCentral(
            int epoch, @NotNull @Valid @Size(max = 10_000) List<Condensed> items) {

        public AtCentral(int epoch, @Nullable List<Condensed> items) {
            this.epoch = epoch;
            this.items = items == null ? List.of() : List.copyOf(items);
        }

        List<Digests.Digest> digests() {
            return items.stream()
                    .map(each -> new Digests.Digest(each.type(), each.month(), each.count(), each.digest()))
                    .toList();
        }
    }

    /// Of one kind and month.
    public record Condensed(
            @NotBlank String type,
            @NotBlank String month,
            long count,
            @NotBlank String digest) {}

    /// The parts that must be compared record by record.
    public record Differing(long records, List<Comparing.Part> parts) {

        public Differing {
            parts = List.copyOf(parts);
        }
    }

    /// Records that differ.
    public record Found(@NotNull @Valid @Size(max = 1_000) List<Difference> differences) {

        public Found(@Nullable List<Difference> differences) {
            this.differences = differences == null ? List.of() : List.copyOf(differences);
        }
    }

    /// Everything is compared.
    public record Ended(@PositiveOrZero long records) {}
}
