package vn.congdoan.vks.welfare.layout;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;

/// A layout as it is shown.
@Schema(
        name = "ContributionLayout",
        description = "Which column of a bank's statement holds what",
        examples = LayoutView.EXAMPLE)
record LayoutView(
        LayoutId id,

        @Schema(description = "The unit that keeps it") UnitId unitId,

        @Schema(description = "Name", examples = "Sao kê BIDV")
        String name,

        LayoutColumns columns,
        LayoutNotation notation,

        @Schema(description = "When it was first written down")
        Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000091",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "name": "Sao kê BIDV",
              "columns": {
                "date": "Ngày giao dịch",
                "amount": "Ghi có",
                "reference": "Số bút toán",
                "description": "Nội dung"
              },
              "notation": {"datePattern": "dd/MM/yyyy", "groupSeparator": "."},
              "recordedAt": "2026-03-02T02:10:00Z"
            }
            """;
}
