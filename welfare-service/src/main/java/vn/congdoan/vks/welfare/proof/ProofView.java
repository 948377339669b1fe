package vn.congdoan.vks.welfare.proof;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// How far the chain over a fund's transfers reaches.
@Schema(name = "Proof", description = "How far the chain over a fund's transfers reaches", examples = ProofView.EXAMPLE)
record ProofView(
        FundId fundId,

        @Schema(description = "How many transfers are in the chain", examples = "2")
        long links,

        @Schema(description = "How many of the latest are not yet in it: it follows within moments", examples = "0")
        long unlinked,

        @Schema(description = "The last one; null before the first", nullable = true) @Nullable
        TransferId lastTransferId,

        @Schema(
                description =
                        "The hash of the last link, in hexadecimal digits: note it down, and whoever asks for the same"
                                + " link later finds out whether anything before it was changed; 64 zeros before the first",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,

        @Schema(
                description =
                        "When the books were looked through last, as is done once a day: sums, balances and links;"
                                + " null before the first time",
                nullable = true)
        @Nullable
        Instant checkedAt,

        @Schema(description = "The first thing that was wrong then; null where nothing was", nullable = true) @Nullable
        Finding finding) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "links": 2,
              "unlinked": 0,
              "lastTransferId": "019aa7b0-1c00-7000-8000-000000000021",
              "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "checkedAt": "2023-11-20T18:00:00Z",
              "finding": null
            }
            """;
}
