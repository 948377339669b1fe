package vn.congdoan.vks.welfare.support;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.goods.Quantities;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// A gift that was bought for a visit with the money of the case.
@Schema(description = "A gift that was bought for a visit with the money of the case", examples = BoughtGift.EXAMPLE)
public record BoughtGift(
        @NotBlank @Size(max = 200) @Schema(description = "What it is", examples = "Giỏ quà")
        String name,

        @NotNull
        @DecimalMin("0.001")
        @Digits(integer = 9, fraction = 3)
        @Schema(description = "How much", examples = "1")
        BigDecimal quantity,

        @NotBlank @Size(max = 30) @Schema(description = "Unit of measure", examples = "giỏ")
        String unit,

        @NotNull
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "What was paid for it, in đồng: a part of the case's money", examples = "500000")
        Long value) {

    static final String EXAMPLE = """
            {"name": "Giỏ quà", "quantity": 1, "unit": "giỏ", "value": 500000}
            """;

    @SuppressWarnings("NullAway") // what was sent is checked after it was read
    public BoughtGift {
        quantity = quantity == null ? null : Quantities.plain(quantity);
    }

    BoughtGift clean() {
        return new BoughtGift(VietnameseText.singleLine(name), quantity, VietnameseText.singleLine(unit), value);
    }
}
