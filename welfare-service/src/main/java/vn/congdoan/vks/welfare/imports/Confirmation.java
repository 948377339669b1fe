package vn.congdoan.vks.welfare.imports;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What whoever confirms has seen: `accepted` of the import, so that nothing else is booked.
@Schema(
        name = "ContributionImportConfirmation",
        description = "What whoever confirms has seen: `accepted` of the import",
        examples = Confirmation.EXAMPLE)
public record Confirmation(
        @NotNull @Min(1) @Schema(description = "How many rows", examples = "2")
        Integer rows,

        @NotNull @Min(1) @Schema(description = "Their sum, in đồng", examples = "700000")
        Long amount) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"rows": 2, "amount": 700000}
            """;
}
