package vn.congdoan.vks.welfare.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What is granted to one line.
@Schema(description = "What is granted to one line of a proposal")
public record GrantedLine(
        @NotNull @Schema(description = "The line") ProposalLineId lineId,

        @NotNull
        @Min(0)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "In đồng: at most what was asked for; 0: nothing", examples = "1000000")
        Long amount) {}
