package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Promises;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.support.LimitsOfSupport;

/// Says what is granted: the CHAIR of the union that was asked, with a decision and out of a fund in which the money is
/// kept back from then on. What a body outside decides is written down by an OFFICER of the union that asked.
@ApplicationScoped
class AnsweringProposals {

    private final ProposalAnswers answers;
    private final ProposalLines lines;
    private final ProposalViews views;
    private final ProposalEnds ends;
    private final Funds funds;
    private final Promises promises;
    private final KeptForLines kept;
    private final LimitsOfSupport limits;
    private final Caller caller;
    private final ProposalChanges changes;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    AnsweringProposals(
            ProposalAnswers answers,
            ProposalLines lines,
            ProposalViews views,
            ProposalEnds ends,
            Funds funds,
            Promises promises,
            KeptForLines kept,
            LimitsOfSupport limits,
            Caller caller,
            ProposalChanges changes,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.answers = answers;
        this.lines = lines;
        this.views = views;
        this.ends = ends;
        this.funds = funds;
        this.promises = promises;
        this.kept = kept;
        this.limits = limits;
        this.caller = caller;
        this.changes = changes;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    Response answer(ProposalId id, @Nullable String ifMatch, NewAnswer form) {
        ProposalCase found = ends.toAnswer(id, ifMatch, Permission.APPROVE_SUPPORT);
        List<ProposalLines.Line> asked = asked(found, form);
        found.proposal().requireOther(caller.principal().account());
        // Nobody decides on support for oneself or the own relative.
        asked.forEach(each -> each.beneficiary().requireOther(caller));
        Map<SupportKind, Long> granted = byKind(asked, form);
        if (!granted.isEmpty()) {
            UnitPlace payer = requireFund(form.fundId(), found.proposal(), granted);
            limits.requireForList(payer, found.proposal().proposedOn(), listed(asked, form));
        } else if (form.fundId() != null) {
            throw new Unprocessable("/fundId", "nothing-granted");
        }
        ProposalAnswer made = decided(found, form);
        granted.forEach((kind, amount) -> promises.makeAll(
                List.of(made.promise(kind)), Objects.requireNonNull(form.fundId()), kind, new long[] {amount}));
        return views.shown(ends.withAnswers(found.proposal()));
    }

    Response writeDown(ProposalId id, @Nullable String ifMatch, NewAnswer form) {
        ProposalCase found = ends.toChange(id, ifMatch, Permission.KEEP_SUPPORT);
        found.proposal().requireBodyOutside();
        found.proposal().requireOther(caller.principal().account());
        asked(found, form);
        if (form.fundId() != null) {
            throw new Invalid("/fundId", "not-for-this-kind");
        }
        decided(found, form);
        return views.shown(ends.withAnswers(found.proposal()));
    }

    /// Sends it back, or what was decided on it, before any money moved; what was kept back for it is free again. Of a
    /// body outside it is written down by whoever sends proposals there.
    Response sendBack(ProposalId id, @Nullable String ifMatch, SendingBack form) {
        ProposalCase found = ends.toSendBack(id, ifMatch);
        Proposal proposal = found.proposal();
        if (proposal.superiorUnitId() != null) {
            proposal.requireOther(caller.principal().account());
        }
        if (found.status() == ProposalStatus.ANSWERED) {
            takeBack(found, form);
        } else {
            found.require(ProposalStatus.SUBMITTED);
            ProposalAnswer made = ProposalAnswer.sendingBack(
                    new ProposalAnswerId(Ids.next()),
                    ends.union(proposal.answeringUnit()),
                    proposal,
                    form,
                    caller.principal().account(),
                    clock.instant());
            note(made, proposal, "send-back", "reopened", List.of("text"));
        }
        return views.shown(ends.withAnswers(proposal));
    }

    private void takeBack(ProposalCase found, SendingBack form) {
        ProposalAnswer answer = found.decided();
        if (found.proposal().received() > 0) {
            throw new Conflict("grant-received");
        }
        answer.takeBack(form, caller.principal().account());
        List<ProposalLines.Line> asked = lines.of(found.proposal().id());
        kept.freeAll(found, asked.stream().map(ProposalLines.Line::id).toList());
        if (answer.fundId() != null) {
            promises.endAll(asked.stream()
                    .filter(each -> each.grantedOrNothing() > 0)
                    .map(each -> answer.promise(each.kind()))
                    .distinct()
                    .toList());
        }
        answers.revoke(answer.id());
        note(answer, found.proposal(), "send-back", "reopened", List.of("outcome", "text"));
    }

    /// The lines that were sent; each of them is decided on, once.
    private List<ProposalLines.Line> asked(ProposalCase found, NewAnswer form) {
        found.require(ProposalStatus.SUBMITTED);
        LocalDate day = form.decision().date();
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        if (day.isBefore(found.proposal().proposedOn())) {
            throw new Unprocessable("/decision/date", "before-the-request");
        }
        List<ProposalLines.Line> asked = lines.of(found.proposal().id());
        Map<ProposalLineId, ProposalLines.Line> byId =
                asked.stream().collect(Collectors.toMap(ProposalLines.Line::id, Function.identity()));
        for (int line = 0; line < form.lines().size(); line++) {
            GrantedLine granted = form.lines().get(line);
            ProposalLines.Line of = byId.remove(granted.lineId());
            if (of == null) {
                throw new Unprocessable("/lines/" + line + "/lineId", "not-on-the-list");
            }
            if (granted.amount() > of.amount()) {
                throw new Unprocessable("/lines/" + line + "/amount", "more-than-requested");
            }
        }
        if (!byId.isEmpty()) {
            throw new Unprocessable("/lines", "not-every-line");
        }
        return asked;
    }

    private static Map<SupportKind, Long> byKind(List<ProposalLines.Line> asked, NewAnswer form) {
        Map<ProposalLineId, Long> amounts =
                form.lines().stream().collect(Collectors.toMap(GrantedLine::lineId, GrantedLine::amount));
        Map<SupportKind, Long> granted = new EnumMap<>(SupportKind.class);
        for (ProposalLines.Line each : asked) {
            long amount = amounts.getOrDefault(each.id(), 0L);
            if (amount > 0) {
                granted.merge(each.kind(), amount, Long::sum);
            }
        }
        return granted;
    }

    /// What each person gets, and where the answer says it.
    private static List<LimitsOfSupport.Listed> listed(List<ProposalLines.Line> asked, NewAnswer form) {
        Map<ProposalLineId, ProposalLines.Line> byId =
                asked.stream().collect(Collectors.toMap(ProposalLines.Line::id, Function.identity()));
        return IntStream.range(0, form.lines().size())
                .filter(line -> form.lines().get(line).amount() > 0)
                .mapToObj(line -> {
                    GrantedLine granted = form.lines().get(line);
                    ProposalLines.Line of = Objects.requireNonNull(byId.get(granted.lineId()));
                    return new LimitsOfSupport.Listed(
                            of.kind(), of.beneficiary().memberId(), granted.amount(), "/lines/" + line + "/amount");
                })
                .toList();
    }

    private UnitPlace requireFund(@Nullable FundId fundId, Proposal proposal, Map<SupportKind, Long> granted) {
        if (fundId == null) {
            throw new Invalid("/fundId", "required");
        }
        FundTerms fund = funds.terms(fundId).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        UnitPlace payer = caller.actAt("/fundId", Permission.APPROVE_SUPPORT, fund.unitId());
        if (!payer.unionId().equals(ends.union(proposal.superior()))) {
            throw new Unprocessable("/fundId", "fund-of-another-union");
        }
        granted.keySet().forEach(fund::requireSupportFor);
        return payer;
    }

    private ProposalAnswer decided(ProposalCase found, NewAnswer form) {
        ProposalAnswer made = ProposalAnswer.deciding(
                new ProposalAnswerId(Ids.next()),
                ends.union(found.proposal().answeringUnit()),
                found.proposal(),
                form,
                caller.principal().account(),
                clock.instant());
        answers.persistAndFlush(made);
        answers.grant(made.id(), form.lines());
        note(made, found.proposal(), "answer", "decided", List.of("decision", "fundId", "lines"));
        return made;
    }

    private void note(ProposalAnswer made, Proposal proposal, String action, String happened, List<String> fields) {
        answers.persistAndFlush(made);
        trail.changed(action, "proposal", proposal.id().value(), made.unitId(), fields);
        log.append(changes.of(made, proposal, happened, LocalDate.now(clock)));
    }
}
