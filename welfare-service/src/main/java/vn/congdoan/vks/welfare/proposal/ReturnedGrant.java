package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// To whom a payment did not come, and why.
@Schema(description = "Whose payment came back, and why", examples = ReturnedGrant.EXAMPLE)
public record ReturnedGrant(
        @NotNull @Schema(description = "The line that was paid")
        ProposalLineId lineId,

        @NotBlank @Size(max = 500) @Schema(description = "Why; never published", examples = "Sai số tài khoản")
        String text,

        @Nullable
        @Schema(
                description = "The day on which it came back: not before the payment; today if absent",
                examples = "2022-12-12",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"lineId": "019aa7b0-1c00-7000-8000-000000000072", "text": "Sai số tài khoản", "date": "2022-12-12"}
            """;
}
