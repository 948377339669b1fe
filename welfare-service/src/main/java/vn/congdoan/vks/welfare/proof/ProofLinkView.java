package vn.congdoan.vks.welfare.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// A link with all that its hash is made of.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "ProofLink",
        description = "A transfer in the chain of its fund, with all that its hash is made of",
        examples = ProofLinkView.EXAMPLE)
record ProofLinkView(
        @Schema(description = "Its place in the chain, from 1", examples = "2")
        long number,

        TransferId transferId,

        @Schema(
                description =
                        "The day that it counts for; like all that follows but the hash absent where somebody has taken"
                                + " the transfer away in spite of the rules",
                examples = "2023-11-20",
                nullable = true)
        @Nullable
        LocalDate date,

        @Schema(description = "What it is, or takes back", nullable = true) @Nullable
        TransferKind kind,

        @Schema(description = "What it was spent on; with EXPENSE only", nullable = true) @Nullable
        SupportKind purpose,

        @Schema(description = "The transfer that it takes back", nullable = true) @Nullable
        TransferId reverses,

        @Schema(
                description = "Debits positive, credits negative, in đồng and in the order of the books",
                nullable = true)
        @Nullable
        List<Transfer.Posting> postings,

        @Schema(
                description = "In hexadecimal digits",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash) {

    /// A whole link, as the API document shows it.
    static final String EXAMPLE = """
            {
              "number": 2,
              "transferId": "019aa7b0-1c00-7000-8000-000000000021",
              "date": "2023-11-20",
              "kind": "EXPENSE",
              "purpose": "HARDSHIP",
              "postings": [
                {"account": "EXPENSE", "amount": 2000000},
                {"account": "CASH", "amount": -2000000}
              ],
              "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            }
            """;

    static ProofLinkView of(ProofLinks.Link link, @Nullable BookedTransfer transfer) {
        String hash = link.hash().hex();
        return transfer == null
                ? new ProofLinkView(link.number(), link.transfer(), null, null, null, null, null, hash)
                : new ProofLinkView(
                        link.number(),
                        transfer.id(),
                        transfer.date(),
                        transfer.kind(),
                        transfer.purpose(),
                        transfer.reverses(),
                        transfer.postings(),
                        hash);
    }
}
