package vn.congdoan.vks.membership.closing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import vn.congdoan.vks.platform.access.UnitId;

/// What a record of documents handed over is made from.
@Schema(
        description = "Documents of units that end, handed over (biên bản bàn giao)",
        examples = NewDocumentHandover.EXAMPLE)
public record NewDocumentHandover(
        @NotEmpty
        @Size(max = 200)
        @UniqueElements
        @Schema(description = "Units of one union that end, or have ended, each once")
        List<@NotNull UnitId> unitIds,

        @NotNull @Schema(description = "The unit that takes them")
        UnitId toUnitId,

        @NotNull @Schema(description = "The day on which it was signed", examples = "2025-07-10")
        LocalDate date,

        @NotEmpty @Size(max = 500) @Schema(description = "The list")
        List<@NotNull @Valid HandedOverDocument> documents,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "Who signed for the units that end", examples = "Nguyễn Văn Minh Họa")
        String handedOverBy,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "Who signed for the unit that takes them", examples = "Trần Thị Minh Họa")
        String receivedBy) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitIds": ["019366a0-0000-7000-8000-000000000062"],
              "toUnitId": "019366a0-0000-7000-8000-000000000051",
              "date": "2025-07-10",
              "documents": [
                {"title": "Sổ biên bản họp Ban Chấp hành, 2018–2025", "quantity": 3},
                {"title": "Con dấu", "quantity": 1}
              ],
              "handedOverBy": "Nguyễn Văn Minh Họa",
              "receivedBy": "Trần Thị Minh Họa"
            }
            """;
}
