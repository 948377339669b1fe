package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;

/// Who gets what was granted, and how.
@Schema(description = "Who gets what was granted, and how", examples = PayingOn.EXAMPLE)
public record PayingOn(
        @NotEmpty
        @UniqueElements
        @Size(max = NewProposal.MOST_LINES)
        @Schema(description = "Lines to which something was granted and not paid yet")
        List<@NotNull ProposalLineId> lineIds,

        @NotNull @Schema(description = "The day, not in the future", examples = "2022-12-10")
        LocalDate date,

        @NotNull @Schema(description = "How the money was handed over", examples = "CASH")
        PaymentMethod method,

        @NotBlank
        @Size(max = 50)
        @Schema(description = "Number of the voucher (phiếu chi, ủy nhiệm chi)", examples = "PC 31/2022")
        String voucher) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "lineIds": ["019aa7b0-1c00-7000-8000-000000000072"],
              "date": "2022-12-10",
              "method": "CASH",
              "voucher": "PC 31/2022"
            }
            """;
}
