package vn.congdoan.vks.welfare.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.decision.Decision;

/// The answer to one round of a proposal as published: for the union that answers and the one that proposed.
///
/// @param unitId the union that answers; the one that proposed where it writes down what a body outside says
/// @param text why it was sent back
/// @param lines what is granted to each line
/// @param paidOn the day on which the union that answers paid all that it granted
public record ProposalAnswerState(
        ProposalAnswerId id,
        UnitId ownerUnionId,
        UnitId unitId,
        ProposalId proposalId,
        int round,
        AnswerOutcome outcome,
        @Nullable String text,
        @Nullable Decision decision,
        List<Granted> lines,
        @Nullable LocalDate paidOn,
        Instant answeredAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "welfare", "proposal-answer", 1, ProposalAnswerState.class, "decided", "reopened", "paid", "returned");

    public ProposalAnswerState {
        lines = List.copyOf(lines);
    }

    /// What is granted to one line.
    ///
    /// @param amount in đồng; 0: nothing
    public record Granted(ProposalLineId lineId, long amount) {}
}
