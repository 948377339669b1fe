package vn.congdoan.vks.membership.figure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the report really says, and why something else was recorded.
@Schema(
        description =
                "What the report really says, whole: it replaces everything that was recorded of the value and its"
                        + " source",
        examples = FigureCorrection.EXAMPLE)
public record FigureCorrection(
        @NotNull
        @DecimalMin("0")
        @Max(Measure.MOST)
        @Schema(description = "The value as reported, in the measure of the indicator", examples = "42.8")
        BigDecimal value,

        @NotNull Qualifier qualifier,

        @Size(max = 100)
        @Schema(description = "The characters that the source prints", examples = "42,8%", nullable = true)
        @Nullable
        String printed,

        @NotNull @Valid FigureSource source,

        @Size(max = 1000) @Schema(description = "What else is to be known", nullable = true) @Nullable
        String note,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why it is corrected; told to whoever reads the figure", examples = "Gõ nhầm số liệu")
        String reason) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "value": 42.8,
              "qualifier": "EXACT",
              "printed": "42,8%",
              "source": {
                "number": "05/BC-CĐVKS",
                "date": "2023-12-20",
                "title": "Báo cáo tổng kết hoạt động công đoàn năm 2023",
                "place": "Phần I, trang 2"
              },
              "reason": "Gõ nhầm số liệu"
            }
            """;

    Reported reported() {
        return new Reported(value, qualifier, printed, source, note);
    }
}
