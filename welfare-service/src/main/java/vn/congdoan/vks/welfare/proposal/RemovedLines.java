package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who is taken off the list.
@Schema(description = "Who is taken off the list", examples = RemovedLines.EXAMPLE)
public record RemovedLines(
        @NotEmpty @Size(max = NewProposal.MOST_LINES) @Schema(description = "Lines of the proposal")
        List<@NotNull ProposalLineId> lineIds) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"lineIds": ["019aa7b0-1c00-7000-8000-000000000072"]}
            """;
}
