package vn.congdoan.vks.welfare.imports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why an import is undone, and for which day.
@Schema(
        name = "ContributionImportUndoing",
        description = "Why an import is undone, and for which day",
        examples = NewUndoing.EXAMPLE)
public record NewUndoing(
        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why; stands in every entry that takes one back, never published", examples = "Nhầm quỹ")
        String text,

        @Schema(
                description =
                        "The day that it counts for: not before that of any contribution, not in the future; today"
                                + " unless told",
                examples = "2026-03-03",
                nullable = true)
        @Nullable
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"text": "Nhầm quỹ", "date": "2026-03-03"}
            """;
}
