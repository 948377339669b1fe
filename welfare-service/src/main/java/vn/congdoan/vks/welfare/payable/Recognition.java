package vn.congdoan.vks.welfare.payable;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Which fund owes it, and as what.
@Schema(
        name = "PayableRecognition",
        description = "Which fund owes it from which day on",
        examples = Recognition.EXAMPLE)
public record Recognition(
        @NotNull @Schema(description = "A fund of the same union")
        FundId fundId,

        @NotNull @Schema(description = "What of the fund's purposes it is spent on", examples = "OTHER")
        SupportKind purpose,

        @NotNull
        @Schema(
                description = "The day that it counts for: not before the decision, not in the future",
                examples = "2023-12-22")
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"fundId": "019aa7b0-1c00-7000-8000-000000000001", "purpose": "OTHER", "date": "2023-12-22"}
            """;
}
