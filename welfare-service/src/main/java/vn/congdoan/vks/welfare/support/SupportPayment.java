package vn.congdoan.vks.welfare.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;

/// How approved support was paid.
@Schema(description = "How approved support was paid", examples = SupportPayment.EXAMPLE)
public record SupportPayment(
        @NotNull @Schema(description = "The day, not in the future", examples = "2023-11-20")
        LocalDate date,

        @NotNull @Schema(description = "How the money was handed over", examples = "CASH")
        PaymentMethod method,

        @NotBlank
        @Size(max = 50)
        @Schema(description = "Number of the voucher (phiếu chi, ủy nhiệm chi)", examples = "PC 15/2023")
        String voucher,

        @Nullable
        @Size(max = 200)
        @Schema(
                description = "Who signed for it, if not the beneficiary; shown inside the union only",
                examples = "Trần Văn Minh Họa",
                nullable = true)
        String receivedBy) {

    /// The same on another day.
    SupportPayment on(LocalDate day) {
        return new SupportPayment(day, method, voucher, receivedBy);
    }

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "date": "2023-11-20",
              "method": "CASH",
              "voucher": "PC 15/2023",
              "receivedBy": "Trần Văn Minh Họa"
            }
            """;
}
