package vn.congdoan.vks.welfare.goods;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Goods that lie in a fund.
@Schema(name = "GoodsInStock", description = "Goods that lie in a fund", examples = GoodsInStock.EXAMPLE)
record GoodsInStock(
        GoodsId goodsId,

        @Schema(description = "The contribution that they came with")
        UUID contributionId,

        @Schema(description = "The day on which they were given", examples = "2023-10-20")
        LocalDate givenOn,

        @Schema(description = "What it is", examples = "Gạo tẻ thơm")
        String name,

        @Schema(description = "Unit of measure", examples = "kg")
        String unit,

        @Schema(description = "How much was given", examples = "250")
        BigDecimal given,

        @Schema(description = "How much of it is there", examples = "225")
        BigDecimal quantity,

        @Schema(
                description = "What that is worth: its share of what all of it was worth, in đồng",
                examples = "4050000")
        long value,

        GoodsValuation valuedBy) {

    static final String EXAMPLE = """
            {
              "goodsId": "019aa7b0-1c00-7000-8000-0000000000c1",
              "contributionId": "019aa7b0-1c00-7000-8000-000000000011",
              "givenOn": "2023-10-20",
              "name": "Gạo tẻ thơm",
              "unit": "kg",
              "given": 250,
              "quantity": 225,
              "value": 4050000,
              "valuedBy": "INVOICE"
            }
            """;

    GoodsInStock {
        given = Quantities.plain(given);
        quantity = Quantities.plain(quantity);
    }

    /// Some of it, worth its share; the last of it is worth what is left, so that nothing is lost by rounding.
    TakenGoods take(BigDecimal wanted) {
        long share = wanted.compareTo(quantity) == 0
                ? value
                : wanted.multiply(BigDecimal.valueOf(value))
                        .divide(quantity, 0, RoundingMode.HALF_UP)
                        .longValueExact();
        return new TakenGoods(goodsId, name, wanted, unit, share);
    }
}
