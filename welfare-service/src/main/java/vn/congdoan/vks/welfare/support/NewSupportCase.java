package vn.congdoan.vks.welfare.support;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What support is asked for.
@Schema(description = "What support is asked for, and for whom", examples = NewSupportCase.EXAMPLE)
public record NewSupportCase(
        @NotNull @Schema(description = "The unit that asks") UnitId unitId,

        @NotNull @Schema(description = "What for", examples = "HARDSHIP")
        SupportKind kind,

        @NotNull @Valid Beneficiary beneficiary,

        @NotNull @Schema(description = "The day of the request, not in the future", examples = "2023-11-10")
        LocalDate date,

        @Nullable
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "What is asked for, in đồng", examples = "2000000", nullable = true)
        Long amount,

        @NotBlank
        @Size(max = 1000)
        @Schema(
                description = "Why; shown inside the union only, never published. What concerns health belongs into"
                        + " healthNote",
                examples = "Hộ nghèo, nhà hư hỏng sau bão")
        String reason,

        @Nullable
        @Size(min = 1, max = 2000)
        @Schema(
                description = "What is to be known of the person's health; kept sealed, shown for a purpose only",
                examples = "Điều trị nội trú từ ngày 05/11/2023",
                nullable = true)
        String healthNote) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "kind": "HARDSHIP",
              "beneficiary": {"kind": "HOUSEHOLD", "name": "Hộ bà Nguyễn Thị Minh Họa"},
              "date": "2023-11-10",
              "amount": 2000000,
              "reason": "Hộ nghèo, nhà hư hỏng sau bão"
            }
            """;
}
