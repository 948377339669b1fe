package vn.congdoan.vks.welfare.goods;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// Goods of one sort, as they are given.
@Schema(description = "Goods of one sort that are given", examples = NewGoods.EXAMPLE)
public record NewGoods(
        @NotBlank @Size(max = 200) @Schema(description = "What it is; names nobody", examples = "Gạo tẻ thơm")
        String name,

        @NotNull
        @DecimalMin("0.001")
        @Digits(integer = 9, fraction = 3)
        @Schema(description = "How much, of three decimals at most", examples = "250")
        BigDecimal quantity,

        @NotBlank @Size(max = 30) @Schema(description = "Unit of measure", examples = "kg")
        String unit,

        @NotNull
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "What all of it is worth, in đồng", examples = "4500000")
        Long value,

        @NotNull @Schema(description = "How that was found", examples = "INVOICE")
        GoodsValuation valuedBy) {

    static final String EXAMPLE = """
            {"name": "Gạo tẻ thơm", "quantity": 250, "unit": "kg", "value": 4500000, "valuedBy": "INVOICE"}
            """;

    /// Two forms that say 10 and 10.0 are equal, also to whoever recognises a repeated request.
    @SuppressWarnings("NullAway") // what was sent is checked after it was read
    public NewGoods {
        quantity = quantity == null ? null : Quantities.plain(quantity);
    }

    GoodsItem recorded() {
        return new GoodsItem(
                new GoodsId(Ids.next()),
                VietnameseText.singleLine(name),
                quantity,
                VietnameseText.singleLine(unit),
                value,
                valuedBy);
    }
}
