package vn.congdoan.vks.welfare.proposal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Conflict;

/// One proposal as it stands by both ends: what its own union did, and what was answered to each round. Where the two
/// crossed each other, because they are written at two nodes, the decision stands: money is kept back by it.
///
/// @param answers those of whoever it was sent to, in the order of their rounds
record ProposalCase(Proposal proposal, List<ProposalAnswer> answers) {

    ProposalCase {
        answers = List.copyOf(answers);
    }

    /// What was said to the last round.
    Optional<ProposalAnswer> answer() {
        return answers.stream().filter(each -> each.round() == proposal.round()).findFirst();
    }

    ProposalStatus status() {
        @Nullable AnswerOutcome outcome = answer().map(ProposalAnswer::outcome).orElse(null);
        if (outcome == AnswerOutcome.DECIDED) {
            return ProposalStatus.ANSWERED;
        }
        return switch (proposal.stage()) {
            case DRAFT -> ProposalStatus.DRAFT;
            case SUBMITTED -> outcome == null ? ProposalStatus.SUBMITTED : ProposalStatus.RETURNED;
            case WITHDRAWN -> ProposalStatus.WITHDRAWN;
        };
    }

    /// Grows with every change at either end, and is the same wherever all of them have come.
    long version() {
        return proposal.version()
                + answers.stream().mapToLong(each -> each.version() + 1).sum();
    }

    void require(ProposalStatus... allowed) {
        if (!Set.of(allowed).contains(status())) {
            throw new Conflict("proposal-not-in-that-state", Map.of("state", status()));
        }
    }

    /// What may have come: what the superior has paid, or all that a body outside grants, which pays outside this
    /// system.
    long sent() {
        return proposal.superiorUnitId() == null
                ? decided().granted()
                : decided().paid();
    }

    /// The decision on it; 409 where there is none.
    ProposalAnswer decided() {
        require(ProposalStatus.ANSWERED);
        return Objects.requireNonNull(answer().orElse(null));
    }
}
