package vn.congdoan.vks.platform.sync;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records that shall be told again.
public record Doubted(
        @NotNull @Valid @Size(min = 1, max = 500) List<Doubts.Named> records) {

    public Doubted(@Nullable List<Doubts.Named> records) {
        this.records = records == null ? List.of() : List.copyOf(records);
    }
}
