package vn.congdoan.vks.membership.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Principal;

/// One thing that was done to a reported figure, as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "ReportedFigureStep",
        description = "One thing that was done to a reported figure",
        examples = FigureStepView.EXAMPLE)
record FigureStepView(
        UUID id,
        FigureStep.Kind kind,

        @Schema(description = "When it was done") Instant at,

        @Schema(description = "In scope: the account that did it; absent where another node keeps the figure") @Nullable
        Principal actor,

        @Schema(description = "Why, of corrections and withdrawals", examples = "Gõ nhầm số liệu") @Nullable
        String reason,

        @Schema(description = "What stood there before, of corrections") @Nullable
        Reported before) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000911",
              "kind": "CORRECTED",
              "at": "2024-02-14T01:30:00Z",
              "actor": {"issuer": "congdoan", "subject": "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001"},
              "reason": "Gõ nhầm số liệu",
              "before": {
                "value": 48.2,
                "qualifier": "EXACT",
                "printed": "42,8%",
                "source": {
                  "number": "05/BC-CĐVKS",
                  "date": "2023-12-20",
                  "title": "Báo cáo tổng kết hoạt động công đoàn năm 2023",
                  "place": "Phần I, trang 2"
                }
              }
            }
            """;
}
