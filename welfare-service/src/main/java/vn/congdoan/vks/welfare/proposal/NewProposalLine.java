package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.support.Beneficiary;

/// For whom something is asked, and how much.
@Schema(description = "For whom something is asked, and how much", examples = NewProposalLine.EXAMPLE)
public record NewProposalLine(
        @NotNull @Valid Beneficiary beneficiary,

        @NotNull @Schema(description = "What for", examples = "HARDSHIP")
        SupportKind kind,

        @NotNull
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "What is asked for, in đồng", examples = "1000000")
        Long amount,

        @Nullable
        @Size(min = 1, max = 1000)
        @Schema(
                description = "Why; shown inside the own union only",
                examples = "Nhà hư hỏng sau bão, đã được tổ công đoàn xác minh",
                nullable = true)
        String reason,

        @Nullable
        @Size(min = 1, max = 500)
        @Schema(
                description = "What the superior is to know; it goes up with the list. Nothing of anybody's health",
                examples = "Hộ nghèo, có ba con nhỏ",
                nullable = true)
        String noteToSuperior) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "beneficiary": {"kind": "HOUSEHOLD", "name": "Hộ bà Nguyễn Thị Minh Họa"},
              "kind": "HARDSHIP",
              "amount": 1000000,
              "noteToSuperior": "Hộ nghèo, có ba con nhỏ"
            }
            """;
}
