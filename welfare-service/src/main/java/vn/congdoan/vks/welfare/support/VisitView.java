package vn.congdoan.vks.welfare.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.goods.GivenGoods;

/// A visit as the people of its union see it; others do not know that there was one.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "Visit",
        description = "Somebody goes to see whom a support case is for, and brings something",
        examples = VisitView.EXAMPLE)
record VisitView(
        SupportVisitId id,
        SupportCaseId caseId,
        VisitStatus status,

        @Schema(description = "The day for which it was planned", examples = "2023-11-20")
        LocalDate plannedOn,

        @Schema(description = "The day on which it was made", nullable = true) @Nullable
        LocalDate madeOn,

        @Schema(description = "Who goes, or went") List<Visitor> visitors,

        @Schema(description = "Goods of the fund that were taken along")
        List<GivenGoods> gifts,

        @Schema(
                description = "What these are worth, in đồng, without those that were taken back: beside the money of"
                        + " the case",
                examples = "450000")
        long giftValue,

        @Schema(description = "Gifts that were bought with the money of the case")
        List<BoughtGift> bought,

        @Schema(description = "Whether something is written down of the person's health", examples = "false")
        boolean hasHealthNote,

        @Schema(description = "What it is; for a purpose only", nullable = true) @Nullable
        String healthNote,

        @Schema(description = "When it was planned") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000e1",
              "caseId": "019aa7b0-1c00-7000-8000-000000000041",
              "status": "MADE",
              "plannedOn": "2023-11-20",
              "madeOn": "2023-11-21",
              "visitors": [{"memberId": "019366a0-0000-7000-8000-000000001234"}],
              "gifts": [],
              "giftValue": 0,
              "bought": [{"name": "Giỏ quà", "quantity": 1, "unit": "giỏ", "value": 500000}],
              "hasHealthNote": false,
              "recordedAt": "2023-11-18T02:10:00Z"
            }
            """;
}
