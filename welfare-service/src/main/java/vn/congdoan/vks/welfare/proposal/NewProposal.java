package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Invalid;

/// What a superior is to be asked for.
@Schema(description = "What a superior is to be asked for", examples = NewProposal.EXAMPLE)
public record NewProposal(
        @NotNull @Schema(description = "The unit that proposes")
        UnitId unitId,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "Title", examples = "Đề nghị hỗ trợ đoàn viên có hoàn cảnh khó khăn năm 2022")
        String title,

        @Nullable
        @Schema(
                description =
                        "The union that is asked: the next one above; exactly one of superiorUnitId and superiorBody",
                nullable = true)
        UnitId superiorUnitId,

        @Nullable
        @Size(min = 1, max = 200)
        @Schema(
                description = "The body outside that is asked; its answer is written down by the proposing union",
                examples = "Công đoàn Viên chức Việt Nam",
                nullable = true)
        String superiorBody,

        @NotNull @Schema(description = "The day of the proposal, not in the future", examples = "2022-11-10")
        LocalDate date,

        @Nullable
        @Size(min = 1, max = 1000)
        @Schema(description = "Why; shown inside the own union only", nullable = true)
        String reason,

        @Nullable
        @Size(min = 1, max = 1000)
        @Schema(
                description = "What the superior is to know of it as a whole. Nothing of anybody's health",
                examples = "Danh sách đã được ban chấp hành thông qua",
                nullable = true)
        String noteToSuperior,

        @Nullable
        @Size(max = NewProposal.MOST_LINES)
        @Schema(description = "For whom; more can be added until it is sent", nullable = true)
        List<@NotNull @Valid NewProposalLine> lines) {

    /// So many people are decided on at once, and told of in one event.
    static final int MOST_LINES = 500;

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "title": "Đề nghị hỗ trợ đoàn viên có hoàn cảnh khó khăn năm 2022",
              "superiorUnitId": "019366a0-0000-7000-8000-000000000001",
              "date": "2022-11-10",
              "lines": [{
                "beneficiary": {"kind": "HOUSEHOLD", "name": "Hộ bà Nguyễn Thị Minh Họa"},
                "kind": "HARDSHIP",
                "amount": 1000000
              }]
            }
            """;

    List<NewProposalLine> people() {
        return Objects.requireNonNullElse(lines, List.of());
    }

    void requireOneSuperior() {
        if (superiorUnitId == null && (superiorBody == null || superiorBody.isBlank())) {
            throw new Invalid("/superiorUnitId", "required");
        }
        if (superiorUnitId != null && superiorBody != null) {
            throw new Invalid("/superiorBody", "one-superior");
        }
    }
}
