package vn.congdoan.vks.welfare.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigInteger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A share of the pay: 1 of 100 is one percent, 1 of 22 one working day of a month.
@Embeddable
@Schema(
        description = "A share of the monthly pay: 1 of 200 is half a percent, 1 of 22 a working day's pay",
        examples = PayShare.EXAMPLE)
public record PayShare(
        @NotNull
        @Min(1)
        @Max(10_000)
        @Column(name = "share_of")
        @Schema(description = "So many parts, at most all of them", examples = "1")
        Integer of,

        @NotNull @Min(1) @Max(10_000) @Column(name = "share_per") @Schema(description = "Of so many", examples = "22")
        Integer per) {

    static final String EXAMPLE = """
            {"of": 1, "per": 22}
            """;

    /// The share of this pay, in whole đồng, halves upwards.
    long ofPay(long pay) {
        BigInteger twice = BigInteger.valueOf(pay).multiply(BigInteger.valueOf(2L * of));
        return twice.add(BigInteger.valueOf(per))
                .divide(BigInteger.valueOf(2L * per))
                .longValueExact();
    }
}
