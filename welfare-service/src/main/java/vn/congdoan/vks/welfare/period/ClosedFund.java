package vn.congdoan.vks.welfare.period;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What a fund held when a period was closed.
@Schema(description = "What a fund held at the end of a period, and how far its proof was when the period was closed")
public record ClosedFund(
        FundId fundId,

        @Schema(description = "In the cashier's box at the end of the last day, in đồng", examples = "3000000")
        long cash,

        @Schema(description = "At the bank at the end of the last day, in đồng", examples = "5400000")
        long bank,

        @Schema(description = "How many transfers were in its chain", examples = "29")
        long links,

        @Schema(
                description =
                        "The hash of the last of them: noted here, it proves that nothing before it was changed since",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash) {}
