package vn.congdoan.vks.welfare.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.goods.WantedGoods;

/// Goods of the fund that are taken along on a visit.
@JsonInclude(Include.NON_NULL)
@Schema(description = "Goods of the fund that are taken along on a visit", examples = VisitGifts.EXAMPLE)
public record VisitGifts(
        @NotNull @Schema(description = "The day, not in the future, not before the decision", examples = "2023-11-20")
        LocalDate date,

        @NotNull @Valid @Size(min = 1, max = 100) @Schema(description = "What is taken out of the fund, each once")
        List<@NotNull WantedGoods> items,

        @Size(max = 200)
        @Schema(description = "Who signed for it; shown inside the union only", nullable = true)
        @Nullable
        String receivedBy) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "date": "2023-11-20",
              "items": [{"goodsId": "019aa7b0-1c00-7000-8000-0000000000c1", "quantity": 10}]
            }
            """;
}
