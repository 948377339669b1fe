package vn.congdoan.vks.welfare.payable;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Which money was written down as recovered by mistake.
@Schema(description = "Which money did not come after all", examples = RecoveryTakenBack.EXAMPLE)
public record RecoveryTakenBack(
        @NotNull @Schema(description = "The entry that booked it, out of the entries of the payable")
        TransferId transferId,

        @NotBlank @Size(max = 500) @Schema(description = "Why; never published", examples = "Ghi nhầm số tiền")
        String text,

        @Nullable
        @Schema(
                description = "The day: not before the entry, not in the future; today if absent",
                examples = "2024-03-06",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"transferId": "019aa7b0-1c00-7000-8000-000000000021", "text": "Ghi nhầm số tiền", "date": "2024-03-06"}
            """;
}
