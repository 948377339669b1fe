package vn.congdoan.vks.campaign.campaign;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What shall be reached, as somebody sets it.
@Schema(description = "What shall be reached", examples = NewTarget.EXAMPLE)
public record NewTarget(
        @NotBlank @Size(max = 300) @Schema(description = "What is counted", examples = "Đoàn viên đăng ký làm theo")
        String name,

        @NotBlank @Size(max = 50) @Schema(description = "Unit of measure", examples = "%")
        String unitOfMeasure,

        @NotNull
        @DecimalMin("0.001")
        @Digits(integer = 15, fraction = 3)
        @Schema(
                description = "A whole or decimal number above zero, of three decimals at most: plans set rates such as"
                        + " 99.5 % as well as counts",
                examples = "99.5")
        BigDecimal value,

        @NotNull @Schema(description = "On which side of the value it is met", examples = "AT_LEAST")
        Direction direction) {

    static final String EXAMPLE = """
            {"name": "Đoàn viên đăng ký làm theo", "unitOfMeasure": "%", "value": 99.5, "direction": "AT_LEAST"}
            """;

    /// Two forms that say 10 and 10.0 are equal, also to whoever recognises a repeated request.
    @SuppressWarnings("NullAway") // what was sent is checked after it was read
    public NewTarget {
        value = value == null ? null : Target.plain(value);
    }
}
