package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;

/// What is told of proposals and of the answers to them, and to whom.
@ApplicationScoped
class ProposalChanges {

    private final ProposalLines lines;
    private final ProposalAnswers answers;
    private final ProposalEnds ends;

    ProposalChanges(ProposalLines lines, ProposalAnswers answers, ProposalEnds ends) {
        this.lines = lines;
        this.answers = answers;
        this.ends = ends;
    }

    /// To its own union, and to the union above once it was sent there.
    Change of(Proposal proposal, String happened, LocalDate day) {
        return proposal.change(happened, day, ends.audience(proposal), ProposalLines.sent(lines.of(proposal.id())));
    }

    /// To both ends.
    Change of(ProposalAnswer answer, Proposal proposal, String happened, LocalDate day) {
        Audience both = ends.audience(proposal).and(Audience.ofUnionAlone(ends.place(answer.unitId())));
        return answer.change(
                happened, day, both, answers.grants(List.of(answer.id())).getOrDefault(answer.id(), List.of()));
    }
}
