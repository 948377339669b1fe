package vn.congdoan.vks.welfare.goods;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Goods that somebody was given out of a fund.
@JsonInclude(Include.NON_NULL)
@Schema(name = "GivenGoods", description = "Goods that somebody was given out of a fund", examples = GivenGoods.EXAMPLE)
public record GivenGoods(
        GoodsIssueId issueId,

        @Schema(description = "The day", examples = "2023-11-20")
        LocalDate date,

        @Schema(description = "What it was") List<TakenGoods> items,

        @Schema(description = "What it was worth, in đồng", examples = "450000")
        long value,

        @Schema(description = "The entry in the fund's books")
        TransferId entryId,

        @Schema(description = "The entry that took it back", nullable = true) @Nullable
        TransferId reversedBy) {

    static final String EXAMPLE = """
            {
              "issueId": "019aa7b0-1c00-7000-8000-0000000000d1",
              "date": "2023-11-20",
              "items": [{
                "goodsId": "019aa7b0-1c00-7000-8000-0000000000c1",
                "name": "Gạo tẻ thơm",
                "quantity": 25,
                "unit": "kg",
                "value": 450000
              }],
              "value": 450000,
              "entryId": "019aa7b0-1c00-7000-8000-000000000021"
            }
            """;
}
