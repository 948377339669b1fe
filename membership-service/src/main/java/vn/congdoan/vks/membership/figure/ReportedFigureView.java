package vn.congdoan.vks.membership.figure;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;

/// A reported figure as it is shown.
@Schema(
        name = "ReportedFigure",
        description = "A figure as a report says it. It stands beside what is computed from records and changes none of"
                + " them",
        examples = ReportedFigureView.EXAMPLE)
record ReportedFigureView(
        ReportedFigureId id,
        UnitRef unit,
        FigurePeriod period,
        Indicator indicator,
        Measure measure,

        @Schema(
                description = "Which part of the indicator it is about, such as one type of award; null: all of it",
                nullable = true)
        @Nullable
        String detail,

        @Schema(description = "The value as reported, in the measure of the indicator", examples = "42.8")
        BigDecimal value,

        Qualifier qualifier,

        @Schema(description = "The characters that the source prints", examples = "42,8%", nullable = true) @Nullable
        String printed,

        FigureSource source,

        @Schema(description = "What else is to be known", nullable = true) @Nullable
        String note,

        FigureStatus status,

        @Schema(description = "When it was recorded") Instant recordedAt) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000901",
              "unit": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
              "period": "2023",
              "indicator": "FEMALE_RATE",
              "measure": "RATE",
              "detail": null,
              "value": 42.8,
              "qualifier": "EXACT",
              "printed": "42,8%",
              "source": {
                "number": "05/BC-CĐVKS",
                "date": "2023-12-20",
                "title": "Báo cáo tổng kết hoạt động công đoàn năm 2023",
                "place": "Phần I, trang 2"
              },
              "note": "Tính theo hồ sơ là 42,9%.",
              "status": "RECORDED",
              "recordedAt": "2024-02-14T01:30:00Z"
            }
            """;
}
