package vn.congdoan.vks.welfare.payfile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.payee.PayeeAccount;
import vn.congdoan.vks.welfare.payout.CauseKind;

/// What a bank is to pay, out of which fund and account.
@Schema(description = "What a bank is to pay, out of which fund and account", examples = NewPaymentFile.EXAMPLE)
public record NewPaymentFile(
        @NotNull @Schema(description = "The fund that pays") FundId fundId,

        @NotNull @Valid @Schema(description = "The fund's account that is debited")
        PayeeAccount from,

        @NotNull
        @Schema(
                description = "The day on which the bank is to pay; care is paid that is due by then",
                examples = "2026-01-26")
        LocalDate date,

        @NotBlank
        @Size(max = 100)
        @Schema(
                description = "What payees read in their statements, behind the line's reference; written in capitals"
                        + " of ASCII",
                examples = "Trợ cấp Tết Bính Ngọ 2026")
        String content,

        @NotBlank
        @Size(max = 50)
        @Schema(description = "Number of the voucher (ủy nhiệm chi) in the books", examples = "UNC 03/2026")
        String voucher,

        @NotEmpty
        @UniqueElements
        @Size(max = 1000)
        @Schema(description = "By which records it is due; everything that is due by each, and in no other file")
        List<@NotNull @Valid Paid> pays) {

    static final String EXAMPLE = """
            {
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "from": {"bankCode": "VCB", "number": "0101000999999", "holder": "Công đoàn VKSND tối cao"},
              "date": "2026-01-26",
              "content": "Trợ cấp Tết Bính Ngọ 2026",
              "voucher": "UNC 03/2026",
              "pays": [{"kind": "SUPPORT_PROGRAMME", "id": "019aa7b0-1c00-7000-8000-000000000061"}]
            }
            """;

    /// A record by which payments are due.
    @Schema(name = "PaidByFile", description = "A record by which payments are due", examples = Paid.EXAMPLE)
    public record Paid(
            @NotNull CauseKind kind,

            @NotNull @Schema(description = "Its id", examples = "019aa7b0-1c00-7000-8000-000000000061")
            UUID id) {

        static final String EXAMPLE = """
                {"kind": "SUPPORT_PROGRAMME", "id": "019aa7b0-1c00-7000-8000-000000000061"}
                """;
    }
}
