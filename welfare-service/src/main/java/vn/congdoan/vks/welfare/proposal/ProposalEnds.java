package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Turns;

/// The two ends of proposals: who may know of one, and at which end. Whoever reads support cases of the unit that
/// proposes sees all of it; whoever reads those of the union that it was sent to sees what was sent, and nothing of
/// other cases; for everybody else there is none.
@ApplicationScoped
class ProposalEnds {

    private final Proposals proposals;
    private final ProposalAnswers answers;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;

    ProposalEnds(Proposals proposals, ProposalAnswers answers, Caller caller, Directory directory, Turns turns) {
        this.proposals = proposals;
        this.answers = answers;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
    }

    /// Whether the caller stands at the end of the union that proposes; 404 at neither end.
    boolean isOwn(Proposal proposal) {
        if (reads(proposal.unitId())) {
            return true;
        }
        UnitId superior = proposal.superiorUnitId();
        if (proposal.wasSent() && superior != null && reads(superior)) {
            return false;
        }
        throw new NotFound();
    }

    private boolean reads(UnitId unit) {
        return caller.reach(Permission.READ_SUPPORT, unit) == Reach.SCOPE;
    }

    /// The proposal with all that was said to it, or 404.
    ProposalCase see(ProposalId id) {
        Proposal found = proposals.require(id);
        isOwn(found);
        return withAnswers(found);
    }

    ProposalCase withAnswers(Proposal proposal) {
        return withAnswers(List.of(proposal)).getFirst();
    }

    /// The answers to all of them in one query.
    List<ProposalCase> withAnswers(Collection<Proposal> some) {
        Map<ProposalId, List<ProposalAnswer>> said = answers.to(some);
        return some.stream()
                .map(each -> new ProposalCase(each, said.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /// For a step of the union that proposes, when it is its turn.
    ProposalCase toChange(ProposalId id, @Nullable String ifMatch, Permission permission) {
        return inTurn(id, ifMatch, proposal -> caller.act(permission, proposal.unitId()));
    }

    /// For a step of the union above, when it is its turn.
    ProposalCase toAnswer(ProposalId id, @Nullable String ifMatch, Permission permission) {
        return inTurn(id, ifMatch, proposal -> requireAnswering(proposal, permission));
    }

    /// For sending it back, when it is its turn: by the union above, or for a body outside by the union that proposes.
    ProposalCase toSendBack(ProposalId id, @Nullable String ifMatch) {
        return inTurn(id, ifMatch, proposal -> caller.act(Permission.APPROVE_SUPPORT, proposal.answeringUnit()));
    }

    private ProposalCase inTurn(ProposalId id, @Nullable String ifMatch, Consumer<Proposal> permitted) {
        turns.toChange("proposal", id);
        ProposalCase found = see(id);
        permitted.accept(found.proposal());
        ETags.requireMatch(ifMatch, found.version());
        return found;
    }

    /// A body outside answers and pays at no end of this system; that its own union may not do it is said first.
    void requireAnswering(Proposal proposal, Permission permission) {
        UnitId superior = proposal.superiorUnitId();
        caller.act(permission, superior == null ? proposal.unitId() : superior);
        proposal.superior();
    }

    /// Its own union, and the union above once it was sent there.
    Audience audience(Proposal proposal) {
        Audience own = Audience.ofUnionAlone(place(proposal.unitId()));
        UnitId superior = proposal.superiorUnitId();
        return proposal.wasSent() && superior != null ? own.and(Audience.of(Set.of(union(superior)))) : own;
    }

    /// The union that a unit belongs to now.
    UnitId union(UnitId unit) {
        return place(unit).unionId();
    }

    UnitPlace place(UnitId unit) {
        return directory.place(unit).orElseThrow(NotFound::new);
    }
}
