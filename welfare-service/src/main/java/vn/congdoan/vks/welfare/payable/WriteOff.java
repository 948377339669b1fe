package vn.congdoan.vks.welfare.payable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// By which decision of the committee what is still claimed is given up.
@Schema(description = "By which decision of the committee the rest is given up", examples = WriteOff.EXAMPLE)
public record WriteOff(
        @NotNull @Valid @Schema(description = "The committee's decision")
        IssuedDecision decision,

        @Nullable
        @Schema(
                description =
                        "The day that it counts for: not before the decision or the claim, not in the future; today if absent",
                examples = "2024-12-30",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"decision": {"number": "40/NQ-BCH", "date": "2024-12-20"}, "date": "2024-12-30"}
            """;
}
