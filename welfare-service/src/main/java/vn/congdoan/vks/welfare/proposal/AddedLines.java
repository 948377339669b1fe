package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// For whom something is asked as well.
@Schema(description = "For whom something is asked as well", examples = AddedLines.EXAMPLE)
public record AddedLines(
        @NotEmpty @Size(max = NewProposal.MOST_LINES) @Schema(description = "The lines")
        List<@NotNull @Valid NewProposalLine> lines) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "lines": [{
                "beneficiary": {"kind": "HOUSEHOLD", "name": "Hộ bà Nguyễn Thị Minh Họa"},
                "kind": "HARDSHIP",
                "amount": 1000000
              }]
            }
            """;
}
