package vn.congdoan.vks.welfare.goods;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Goods that left a fund, with their share of the value of what was given.
@Schema(name = "TakenGoods", description = "Goods that left a fund", examples = TakenGoods.EXAMPLE)
public record TakenGoods(
        GoodsId goodsId,

        @Schema(description = "What it is", examples = "Gạo tẻ thơm")
        String name,

        @Schema(description = "How much", examples = "25") BigDecimal quantity,

        @Schema(description = "Unit of measure", examples = "kg")
        String unit,

        @Schema(description = "Its share of what all of it was worth, in đồng", examples = "450000")
        long value) {

    static final String EXAMPLE = """
            {
              "goodsId": "019aa7b0-1c00-7000-8000-0000000000c1",
              "name": "Gạo tẻ thơm",
              "quantity": 25,
              "unit": "kg",
              "value": 450000
            }
            """;

    public TakenGoods {
        quantity = Quantities.plain(quantity);
    }

    static long worth(List<TakenGoods> goods) {
        return goods.stream().mapToLong(TakenGoods::value).sum();
    }
}
