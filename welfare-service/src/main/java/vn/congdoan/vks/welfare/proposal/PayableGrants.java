package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.payout.CauseKind;
import vn.congdoan.vks.welfare.payout.DuePayment;
import vn.congdoan.vks.welfare.payout.OpenPayments;
import vn.congdoan.vks.welfare.payout.PayableCause;
import vn.congdoan.vks.welfare.payout.Settled;
import vn.congdoan.vks.welfare.payout.Settlement;

/// Lets what was granted to a proposal be paid on through files of a bank, as far as it was received.
@ApplicationScoped
class PayableGrants implements PayableCause {

    private static final String PROPOSAL = "proposal";

    private final Proposals proposals;
    private final ProposalLines lines;
    private final ProposalEnds ends;
    private final ProposalChanges changes;
    private final OpenPayments open;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final Clock clock;

    PayableGrants(
            Proposals proposals,
            ProposalLines lines,
            ProposalEnds ends,
            ProposalChanges changes,
            OpenPayments open,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            Clock clock) {
        this.proposals = proposals;
        this.lines = lines;
        this.ends = ends;
        this.changes = changes;
        this.open = open;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public CauseKind kind() {
        return CauseKind.PROPOSAL;
    }

    @Override
    public List<DuePayment> due(Collection<UUID> ids, LocalDate by) {
        turns.toChange(PROPOSAL, ids);
        List<ProposalCase> found = ends.withAnswers(proposals.among(ids)).stream()
                .filter(each -> each.status() == ProposalStatus.ANSWERED
                        && each.proposal().fundId() != null)
                .toList();
        found.forEach(each -> lines.settle(each.proposal().id()));
        Map<ProposalId, List<ProposalLines.Line>> all =
                lines.of(found.stream().map(each -> each.proposal().id()).toList());
        List<DuePayment> due = new ArrayList<>();
        found.forEach(each ->
                due.addAll(due(each.proposal(), all.getOrDefault(each.proposal().id(), List.of()))));
        return due;
    }

    /// In the order of the list, until what was received is used up.
    private List<DuePayment> due(Proposal proposal, List<ProposalLines.Line> all) {
        Set<UUID> onTheirWay =
                open.among(all.stream().map(each -> each.promise().value()).toList());
        long left = proposal.received();
        List<DuePayment> due = new ArrayList<>();
        for (ProposalLines.Line each : all) {
            left -= each.passedOn();
            if (onTheirWay.contains(each.promise().value())) {
                left -= each.grantedOrNothing();
            }
        }
        for (ProposalLines.Line each : all) {
            boolean isFree = each.isDue() && !onTheirWay.contains(each.promise().value());
            if (isFree && each.grantedOrNothing() <= left) {
                left -= each.grantedOrNothing();
                due.add(due(proposal, Objects.requireNonNull(proposal.fundId()), each));
            }
        }
        return due;
    }

    private static DuePayment due(Proposal proposal, FundId fund, ProposalLines.Line line) {
        return new DuePayment(
                proposal.id().value(),
                line.promise(),
                null,
                proposal.unitId(),
                fund,
                line.kind(),
                line.grantedOrNothing(),
                line.beneficiary().payee(line.id().value()));
    }

    @Override
    public Map<UUID, UnitId> units(Collection<UUID> payees) {
        return lines.units(payees);
    }

    @Override
    public Settled paid(List<Settlement> paid) {
        return settle("pay-on", "distributed", paid, (line, how) -> {
            if (line.paidOn() == null) {
                lines.paid(List.of(line), how.date(), List.of(how.transfer()));
            }
        });
    }

    @Override
    public Settled returned(List<Settlement> returned) {
        return settle("return", "returned", returned, (line, how) -> lines.returned(line));
    }

    private Settled settle(
            String action,
            String happened,
            List<Settlement> settlements,
            BiConsumer<ProposalLines.Line, Settlement> how) {
        Map<UUID, List<Settlement>> byProposal = settlements.stream().collect(Collectors.groupingBy(Settlement::cause));
        turns.toChange(PROPOSAL, byProposal.keySet());
        List<Change> told = new ArrayList<>();
        byProposal.forEach((id, some) -> told.add(settle(new ProposalId(id), action, happened, some, how)));
        return Settled.with(told);
    }

    private Change settle(
            ProposalId id,
            String action,
            String happened,
            List<Settlement> some,
            BiConsumer<ProposalLines.Line, Settlement> how) {
        Proposal proposal = proposals.require(id);
        proposal.requireOther(caller.principal().account());
        lines.settle(id);
        Map<UUID, ProposalLines.Line> all = lines.of(id).stream()
                .collect(Collectors.toMap(each -> each.promise().value(), each -> each));
        for (Settlement each : some) {
            ProposalLines.Line line =
                    Objects.requireNonNull(all.get(each.promise().value()));
            line.beneficiary().requireOther(caller);
            how.accept(line, each);
        }
        proposal.paidOn(clock.instant());
        proposals.flush();
        trail.changed(action, PROPOSAL, id.value(), proposal.unitId(), List.of("lineIds", "date", "method", "voucher"));
        return changes.of(
                proposal,
                happened,
                Collections.max(some.stream().map(Settlement::date).toList()));
    }
}
