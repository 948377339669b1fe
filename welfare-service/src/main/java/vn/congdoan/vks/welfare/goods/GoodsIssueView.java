package vn.congdoan.vks.welfare.goods;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Goods that were given out, as they are shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "GoodsIssue",
        description = "Goods that were given out of a fund together",
        examples = GoodsIssueView.EXAMPLE)
record GoodsIssueView(
        GoodsIssueId id,
        FundId fundId,

        @Schema(description = "The unit that owns the fund") UnitId unitId,

        GoodsIssueKind kind,

        @Schema(description = "What for; with SUPPORT only", nullable = true) @Nullable
        SupportKind purpose,

        @Schema(description = "The day", examples = "2023-11-20")
        LocalDate date,

        @Schema(description = "What was given out") List<TakenGoods> items,

        @Schema(description = "What it was worth, in đồng", examples = "450000")
        long value,

        @Schema(description = "By which it was written off", nullable = true) @Nullable
        Decision decision,

        @Schema(description = "The support case that it was for; shown inside the union only", nullable = true)
        @Nullable
        UUID caseId,

        @Schema(description = "The support programme that it was for; shown inside the union only", nullable = true)
        @Nullable
        UUID programmeId,

        @Schema(description = "What it is about; shown inside the union only", nullable = true) @Nullable
        String text,

        @Schema(description = "Who signed for it; shown inside the union only", nullable = true) @Nullable
        String receivedBy,

        @Schema(description = "The entry in the fund's books")
        TransferId entryId,

        @Schema(description = "The entry that took it back: then the goods lie in the fund again", nullable = true)
        @Nullable
        TransferId reversedBy,

        @Schema(description = "When it was recorded") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000d1",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "kind": "SUPPORT",
              "purpose": "HARDSHIP",
              "date": "2023-11-20",
              "items": [{
                "goodsId": "019aa7b0-1c00-7000-8000-0000000000c1",
                "name": "Gạo tẻ thơm",
                "quantity": 25,
                "unit": "kg",
                "value": 450000
              }],
              "value": 450000,
              "text": "Trao quà Tết cho hộ nghèo",
              "receivedBy": "Trần Văn Minh Họa",
              "entryId": "019aa7b0-1c00-7000-8000-000000000021",
              "recordedAt": "2023-11-20T02:10:00Z"
            }
            """;
}
