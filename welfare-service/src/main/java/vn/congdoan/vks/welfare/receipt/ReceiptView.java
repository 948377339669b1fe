package vn.congdoan.vks.welfare.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.goods.GoodsItem;
import vn.congdoan.vks.welfare.ledger.GivingMethod;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A receipt as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(name = "Receipt", description = "What a donor is given for a contribution", examples = ReceiptView.EXAMPLE)
record ReceiptView(
        ContributionId contributionId,

        @Schema(
                description = "Number within the fund and the year in which it was recorded, without a gap",
                examples = "00015/2023")
        String number,

        @Schema(description = "Name of the unit that owns the fund", nullable = true) @Nullable
        String unit,

        @Schema(description = "Name of the fund", examples = "Quỹ Nghĩa tình ngành Kiểm sát nhân dân")
        String fund,

        @Schema(description = "Name of the donor; absent for somebody who does not want to be named", nullable = true)
        @Nullable
        String donor,

        @Schema(description = "In đồng; of goods their value", examples = "350000")
        long amount,

        @Schema(description = "The same in Vietnamese words", examples = "Ba trăm năm mươi nghìn đồng")
        String amountInWords,

        @Schema(description = "Whether it was money, and how that was handed over, or goods", examples = "CASH")
        GivingMethod method,

        @Schema(description = "What was given in kind; absent with money", nullable = true) @Nullable
        List<GoodsItem> goods,

        @Schema(description = "The day on which it was given", examples = "2023-10-20")
        LocalDate date,

        @Schema(description = "The transfer that took the money back: then the receipt is void", nullable = true)
        @Nullable
        TransferId reversedBy) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "contributionId": "019aa7b0-1c00-7000-8000-000000000011",
              "number": "00015/2023",
              "unit": "Công đoàn VKSND tỉnh Quảng Ngãi",
              "fund": "Quỹ Nghĩa tình ngành Kiểm sát nhân dân",
              "donor": "Công ty TNHH Minh Họa",
              "amount": 350000,
              "amountInWords": "Ba trăm năm mươi nghìn đồng",
              "method": "CASH",
              "date": "2023-10-20"
            }
            """;
}
