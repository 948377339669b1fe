package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;

/// How the superior paid what it granted.
@Schema(description = "How the superior paid what it granted", examples = GrantPayment.EXAMPLE)
public record GrantPayment(
        @NotNull
        @Schema(description = "The day, neither before the decision nor in the future", examples = "2022-12-05")
        LocalDate date,

        @NotNull @Schema(description = "How the money was handed over", examples = "BANK")
        PaymentMethod method,

        @NotBlank
        @Size(max = 50)
        @Schema(description = "Number of the voucher (phiếu chi, ủy nhiệm chi)", examples = "UNC 21/2022")
        String voucher) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"date": "2022-12-05", "method": "BANK", "voucher": "UNC 21/2022"}
            """;
}
