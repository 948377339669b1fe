package vn.congdoan.vks.welfare.goods;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Some of the goods that lie in a fund.
@Schema(description = "Some of the goods that lie in a fund", examples = WantedGoods.EXAMPLE)
public record WantedGoods(
        @NotNull @Schema(description = "Which, as the fund's goods are listed")
        GoodsId goodsId,

        @NotNull
        @DecimalMin("0.001")
        @Digits(integer = 9, fraction = 3)
        @Schema(description = "How much of it", examples = "25")
        BigDecimal quantity) {

    static final String EXAMPLE = """
            {"goodsId": "019aa7b0-1c00-7000-8000-0000000000c1", "quantity": 25}
            """;

    /// Two forms that say 10 and 10.0 are equal, also to whoever recognises a repeated request.
    @SuppressWarnings("NullAway") // what was sent is checked after it was read
    public WantedGoods {
        quantity = quantity == null ? null : Quantities.plain(quantity);
    }
}
