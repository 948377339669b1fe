package vn.congdoan.vks.welfare.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;

/// How those who are due are paid.
@Schema(description = "How those who are due are paid", examples = ProgrammePayment.EXAMPLE)
public record ProgrammePayment(
        @NotNull
        @Schema(description = "The day, not before the decision and not in the future", examples = "2024-02-01")
        LocalDate date,

        @NotNull @Schema(description = "How the money was handed over", examples = "BANK")
        PaymentMethod method,

        @NotBlank @Size(max = 50) @Schema(description = "Number of the voucher", examples = "UNC 03/2024")
        String voucher,

        @Nullable
        @Size(min = 1, max = 1000)
        @Schema(description = "Only these, as far as they are due; absent for everybody", nullable = true)
        List<@NotNull MemberId> memberIds) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"date": "2024-02-01", "method": "BANK", "voucher": "UNC 03/2024"}
            """;
}
