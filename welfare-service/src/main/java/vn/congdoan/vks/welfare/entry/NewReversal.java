package vn.congdoan.vks.welfare.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why an entry is taken back, and for which day.
@Schema(description = "Why an entry is taken back, and for which day", examples = NewReversal.EXAMPLE)
public record NewReversal(
        @NotBlank @Size(max = 500) @Schema(description = "Why; never published", examples = "Ghi nhầm số tiền")
        String text,

        @Schema(
                description =
                        "The day that it counts for: not before the entry's own, not in the future; today unless told",
                examples = "2023-11-21",
                nullable = true)
        @Nullable
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "text": "Ghi nhầm số tiền",
              "date": "2023-11-21"
            }
            """;
}
