package vn.congdoan.vks.welfare.proposal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Makes the list of a proposal and sends it up: listed by an OFFICER, sent by the CHAIR, who has not listed anybody.
@ApplicationScoped
class KeepingProposals {

    private static final List<String> FIELDS =
            List.of("unitId", "title", "superiorUnitId", "superiorBody", "date", "reason", "noteToSuperior", "lines");

    private final Proposals proposals;
    private final ProposalLines lines;
    private final ProposalViews views;
    private final ProposalEnds ends;
    private final KnownPeople people;
    private final KeptForLines kept;
    private final Caller caller;
    private final Turns turns;
    private final OnlyOnce once;
    private final ProposalChanges changes;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingProposals(
            Proposals proposals,
            ProposalLines lines,
            ProposalViews views,
            ProposalEnds ends,
            KnownPeople people,
            KeptForLines kept,
            Caller caller,
            Turns turns,
            OnlyOnce once,
            ProposalChanges changes,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.proposals = proposals;
        this.lines = lines;
        this.views = views;
        this.ends = ends;
        this.people = people;
        this.kept = kept;
        this.caller = caller;
        this.turns = turns;
        this.once = once;
        this.changes = changes;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// Begins it under a new id, once for an `Idempotency-Key`.
    Response list(NewProposal form) {
        UnitPlace place = look(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> once.run(
                        form,
                        () -> list(new ProposalId(Ids.next()), form, place),
                        id -> views.show(new ProposalId(id))));
    }

    /// Begins it under the client's id.
    Response list(ProposalId id, NewProposal form) {
        UnitPlace place = look(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> turns.toCreate(
                                "proposal",
                                id.value(),
                                () -> proposals.findByIdOptional(id),
                                each -> each.wasCreatedAs(hash.of(form)))
                        .map(views::already)
                        .orElseGet(() -> list(id, form, place)));
    }

    /// Who the members are may have to be asked from elsewhere: before the transaction.
    private UnitPlace look(NewProposal form) {
        form.requireOneSuperior();
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_SUPPORT, form.unitId());
        if (form.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/date", "in-the-future");
        }
        if (form.superiorUnitId() != null
                && !place.unionsAbove().stream().limit(1).toList().equals(List.of(form.superiorUnitId()))) {
            throw new Unprocessable("/superiorUnitId", "not-the-next-union-above");
        }
        people.require(form.people(), place, form.date());
        return place;
    }

    private Response list(ProposalId id, NewProposal form, UnitPlace place) {
        Proposal made =
                new Proposal(id, place.unionId(), form, caller.principal().account(), hash.of(form), clock.instant());
        proposals.persistAndFlush(made);
        if (!form.people().isEmpty()) {
            lines.add(id, form.people());
        }
        note(made, "list", "listed", FIELDS);
        return views.created(made);
    }

    /// Puts people on the list, once for an `Idempotency-Key`.
    Response add(ProposalId id, @Nullable String ifMatch, AddedLines form) {
        Proposal known = ends.see(id).proposal();
        caller.act(Permission.KEEP_SUPPORT, known.unitId());
        people.require(form.lines(), ends.place(known.unitId()), known.proposedOn());
        return QuarkusTransaction.requiringNew()
                .call(() -> once.run(
                        form,
                        () -> {
                            ProposalCase found = changing(id, ifMatch);
                            if (lines.of(id).size() + form.lines().size() > NewProposal.MOST_LINES) {
                                throw new Unprocessable("/lines", "too-many-people");
                            }
                            lines.add(id, form.lines());
                            return changed(found, "add-lines", List.of("lines"));
                        },
                        same -> views.show(id)));
    }

    Response remove(ProposalId id, @Nullable String ifMatch, RemovedLines form) {
        ProposalCase found = changing(id, ifMatch);
        if (lines.remove(id, form.lineIds())
                < form.lineIds().stream().distinct().count()) {
            throw new Unprocessable("/lineIds", "not-on-the-list");
        }
        kept.freeAll(found, form.lineIds());
        return changed(found, "remove-lines", List.of("lineIds"));
    }

    private ProposalCase changing(ProposalId id, @Nullable String ifMatch) {
        ProposalCase found = ends.toChange(id, ifMatch, Permission.KEEP_SUPPORT);
        found.require(ProposalStatus.DRAFT, ProposalStatus.RETURNED);
        return found;
    }

    private Response changed(ProposalCase found, String action, List<String> fields) {
        found.proposal().change(caller.principal().account(), clock.instant());
        note(found.proposal(), action, "changed", fields);
        return views.shown(found);
    }

    Response submit(ProposalId id, @Nullable String ifMatch) {
        ProposalCase found = ends.toChange(id, ifMatch, Permission.APPROVE_SUPPORT);
        found.require(ProposalStatus.DRAFT, ProposalStatus.RETURNED);
        if (lines.of(id).isEmpty()) {
            throw new Conflict("proposal-for-nobody");
        }
        found.proposal().submit(caller.principal().account(), clock.instant());
        lines.send(id);
        note(found.proposal(), "submit", "submitted", List.of("status"));
        return views.shown(found);
    }

    Response withdraw(ProposalId id, @Nullable String ifMatch) {
        ProposalCase found = ends.toChange(id, ifMatch, Permission.KEEP_SUPPORT);
        found.require(ProposalStatus.DRAFT, ProposalStatus.SUBMITTED, ProposalStatus.RETURNED);
        found.proposal().withdraw(clock.instant());
        kept.freeAll(found, lines.of(id).stream().map(ProposalLines.Line::id).toList());
        note(found.proposal(), "withdraw", "withdrawn", List.of("status"));
        return views.shown(found);
    }

    private void note(Proposal proposal, String action, String happened, List<String> fields) {
        proposals.flush();
        trail.changed(action, "proposal", proposal.id().value(), proposal.unitId(), fields);
        log.append(changes.of(proposal, happened, LocalDate.now(clock)));
    }
}
