package vn.congdoan.vks.welfare.goods;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.text.Dong;

/// Goods of one sort that were given together.
@Schema(name = "Goods", description = "Goods of one sort that were given together", examples = GoodsItem.EXAMPLE)
public record GoodsItem(
        GoodsId goodsId,

        @Schema(description = "What it is", examples = "Gạo tẻ thơm")
        String name,

        @Schema(description = "How much was given", examples = "250")
        BigDecimal quantity,

        @Schema(description = "Unit of measure", examples = "kg")
        String unit,

        @Schema(description = "What all of it is worth, in đồng", examples = "4500000")
        long value,

        @Schema(description = "How that was found", examples = "INVOICE")
        GoodsValuation valuedBy) {

    static final String EXAMPLE = """
            {
              "goodsId": "019aa7b0-1c00-7000-8000-0000000000c1",
              "name": "Gạo tẻ thơm",
              "quantity": 250,
              "unit": "kg",
              "value": 4500000,
              "valuedBy": "INVOICE"
            }
            """;

    public GoodsItem {
        quantity = Quantities.plain(quantity);
    }

    /// Each under an id of its own.
    public static List<GoodsItem> recorded(List<NewGoods> given) {
        return given.stream().map(NewGoods::recorded).toList();
    }

    /// As it stands on paper.
    public String vietnamese() {
        return name + ": " + Quantities.vietnamese(quantity) + " " + unit + ", trị giá "
                + new Dong(value).in(Locale.of("vi")) + " (" + valuedBy.vietnamese() + ")";
    }
}
