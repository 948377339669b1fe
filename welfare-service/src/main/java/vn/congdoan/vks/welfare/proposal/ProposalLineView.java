package vn.congdoan.vks.welfare.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.support.Beneficiary;

/// A line of a proposal as it is shown at either end.
@JsonInclude(Include.NON_NULL)
@Schema(name = "ProposalLine", description = "For whom something is asked, and how far that is")
record ProposalLineView(
        ProposalLineId id,
        Beneficiary beneficiary,

        @Schema(description = "The member's name", examples = "Nguyễn Thị Minh Họa", nullable = true) @Nullable
        String memberName,

        @Schema(description = "What for", examples = "HARDSHIP")
        SupportKind kind,

        @Schema(description = "What is asked for, in đồng", examples = "1000000")
        long requested,

        @Schema(
                description = "What is granted, in đồng; absent as long as it is not decided",
                examples = "1000000",
                nullable = true)
        @Nullable
        Long granted,

        @Schema(description = "Why; shown inside the own union only", nullable = true) @Nullable
        String reason,

        @Schema(description = "What the superior is to know", nullable = true) @Nullable
        String noteToSuperior,

        @Schema(description = "The day on which what was granted was paid on", examples = "2022-12-10", nullable = true)
        @Nullable
        LocalDate paidOn,

        @Schema(description = "The entry by which it was; shown inside the own union only", nullable = true) @Nullable
        TransferId entryId,

        @Schema(description = "Other requests for the same person, as far as the caller may know of them")
        List<EarlierRequest> earlier) {

    ProposalLineView {
        earlier = List.copyOf(earlier);
    }

    /// @param own whether it is shown to its own union
    static ProposalLineView of(ProposalLines.Line line, boolean own, List<EarlierRequest> earlier) {
        return new ProposalLineView(
                line.id(),
                line.beneficiary(),
                line.name(),
                line.kind(),
                line.amount(),
                line.granted(),
                own ? line.reason() : null,
                line.noteToSuperior(),
                line.paidOn(),
                own ? line.transfer() : null,
                earlier);
    }
}
