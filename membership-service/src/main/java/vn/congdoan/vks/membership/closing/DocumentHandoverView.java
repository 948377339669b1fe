package vn.congdoan.vks.membership.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// A record of documents handed over as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "DocumentHandover",
        description = "Documents of units that end, handed over (biên bản bàn giao)",
        examples = DocumentHandoverView.EXAMPLE)
record DocumentHandoverView(
        DocumentHandoverId id,

        @Schema(description = "The units that end") List<UnitId> unitIds,

        @Schema(description = "The unit that took them") UnitId toUnitId,

        @Schema(description = "The day on which it was signed", examples = "2025-07-10")
        LocalDate date,

        @Schema(description = "The list") List<HandedOverDocument> documents,

        @Schema(
                description = "Who signed for the units that end; shown inside the union only",
                examples = "Nguyễn Văn Minh Họa",
                nullable = true)
        @Nullable
        String handedOverBy,

        @Schema(
                description = "Who signed for the unit that took them; shown inside the union only",
                examples = "Trần Thị Minh Họa",
                nullable = true)
        @Nullable
        String receivedBy,

        @Schema(description = "When it was written down") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000721",
              "unitIds": ["019366a0-0000-7000-8000-000000000062"],
              "toUnitId": "019366a0-0000-7000-8000-000000000051",
              "date": "2025-07-10",
              "documents": [
                {"title": "Sổ biên bản họp Ban Chấp hành, 2018–2025", "quantity": 3},
                {"title": "Con dấu", "quantity": 1}
              ],
              "handedOverBy": "Nguyễn Văn Minh Họa",
              "receivedBy": "Trần Thị Minh Họa",
              "recordedAt": "2025-07-10T03:00:00Z"
            }
            """;
}
