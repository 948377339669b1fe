package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What is granted, to each line.
@Schema(description = "What is granted, to each line", examples = NewAnswer.EXAMPLE)
public record NewAnswer(
        @NotNull @Valid @Schema(description = "The decision, not before the proposal")
        Decision decision,

        @Nullable
        @Schema(
                description = "The superior's fund that pays; required where something is granted, and absent where the"
                        + " answer of a body outside is written down",
                nullable = true)
        FundId fundId,

        @NotEmpty @Size(max = NewProposal.MOST_LINES) @Schema(description = "Every line of the proposal, once")
        List<@NotNull @Valid GrantedLine> lines) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "decision": {"number": "44/QĐ-CĐVKS", "date": "2022-12-01", "signer": "Chủ tịch Công đoàn"},
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "lines": [{"lineId": "019aa7b0-1c00-7000-8000-000000000072", "amount": 1000000}]
            }
            """;

    long total() {
        return lines.stream().mapToLong(GrantedLine::amount).sum();
    }
}
