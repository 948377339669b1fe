package vn.congdoan.vks.membership.figure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// A figure as a report says it.
@Schema(description = "A figure as a report says it", examples = NewReportedFigure.EXAMPLE)
public record NewReportedFigure(
        @NotNull @Schema(description = "The unit that it is about")
        UnitId unitId,

        @NotNull FigurePeriod period,

        @NotNull Indicator indicator,

        @Size(max = 200)
        @Schema(
                description = "Which part of the indicator it is about, such as one type of award; null: all of it",
                examples = "Giấy khen",
                nullable = true)
        @Nullable
        String detail,

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

        @Size(max = 1000)
        @Schema(description = "What else is to be known", examples = "Tính theo hồ sơ là 42,9%.", nullable = true)
        @Nullable
        String note) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "period": "2023",
              "indicator": "FEMALE_RATE",
              "value": 42.8,
              "qualifier": "EXACT",
              "printed": "42,8%",
              "source": {
                "number": "05/BC-CĐVKS",
                "date": "2023-12-20",
                "title": "Báo cáo tổng kết hoạt động công đoàn năm 2023",
                "place": "Phần I, trang 2"
              },
              "note": "Tính theo hồ sơ là 42,9%."
            }
            """;

    /// Two forms that say 10 and 10.0 are equal, also to whoever recognises a repeated request.
    @SuppressWarnings("NullAway") // what was sent is checked after it was read
    public NewReportedFigure {
        value = value == null ? null : Reported.plain(value);
    }

    Reported reported() {
        return new Reported(value, qualifier, printed, source, note);
    }
}
