package vn.congdoan.vks.welfare.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a fund holds, and where.
@Schema(name = "HeldMoney", description = "What a fund holds, by where it is kept")
public record Held(
        @Schema(description = "In the cashier's box (tiền mặt), in đồng", examples = "1000000")
        long cash,

        @Schema(description = "At the bank (tiền gửi), in đồng", examples = "150000000")
        long bank,

        @Schema(
                description =
                        "Of both together: approved for somebody and not yet paid, in đồng; null for whom support cases"
                                + " are not, and where the fund's books are written at another node",
                examples = "2000000",
                nullable = true)
        @Nullable
        Long promised) {

    public static final Held NOTHING = new Held(0, 0, 0L);

    /// What is told to those who do not know of the cases.
    public Held withoutPromised() {
        return new Held(cash, bank, null);
    }

    @JsonIgnore
    @Schema(hidden = true)
    public long total() {
        return cash + bank;
    }
}
