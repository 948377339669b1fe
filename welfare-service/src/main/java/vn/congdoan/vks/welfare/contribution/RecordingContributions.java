package vn.congdoan.vks.welfare.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.KeyedRequest;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.DomainException;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.donor.Donors;
import vn.congdoan.vks.welfare.donor.Giver;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Records contributions: by an ACCOUNTANT of the fund's unit or of one above it in the same union. What must be asked
/// from elsewhere (who the donor is) is asked before the transaction; the fund itself is only read, never locked. So
/// requests that come at the same time share a transaction, to whichever funds.
@ApplicationScoped
class RecordingContributions {

    static final List<String> FIELDS =
            List.of("fundId", "amount", "donor", "method", "date", "planId", "driveId", "pledgeId", "goods");

    private final Contributions contributions;
    private final ContributionsTogether together;
    private final ContributionViews views;
    private final Funds funds;
    private final Turns turns;
    private final Ledger ledger;
    private final Caller caller;
    private final Donors donors;
    private final Causes causes;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    RecordingContributions(
            Contributions contributions,
            ContributionsTogether together,
            ContributionViews views,
            Funds funds,
            Turns turns,
            Ledger ledger,
            Caller caller,
            Donors donors,
            Causes causes,
            OnlyOnce once,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.contributions = contributions;
        this.together = together;
        this.views = views;
        this.funds = funds;
        this.turns = turns;
        this.ledger = ledger;
        this.caller = caller;
        this.donors = donors;
        this.causes = causes;
        this.once = once;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// What is known before the transaction.
    private record Known(FundTerms fund, UnitPlace place, Giver giver) {}

    /// Records it under a new id, once for an `Idempotency-Key`.
    Response record(NewContribution form) {
        Known known = look(form);
        return part(form, known)
                .filter(together::write)
                .map(ContributionsTogether.Part::answer)
                .orElseGet(() -> recordAlone(form, known));
    }

    private Response recordAlone(NewContribution form, Known known) {
        return ledger.keep(
                known.fund().books(known.place()),
                booking -> once.run(
                        form,
                        () -> record(new ContributionId(Ids.next()), form, known, booking),
                        id -> views.show(new ContributionId(id))));
    }

    /// Records it under the client's id.
    Response record(ContributionId id, NewContribution form) {
        Known known = look(form);
        return ledger.keep(
                known.fund().books(known.place()),
                booking -> turns.toCreate(
                                "contribution",
                                id.value(),
                                () -> contributions.findByIdOptional(id),
                                each -> each.wasCreatedAs(hash.of(form)))
                        .map(views::already)
                        .orElseGet(() -> record(id, form, known, booking)));
    }

    /// What is to be written; empty where something stands against it, unless the request is a repeated one.
    private Optional<ContributionsTogether.Part> part(NewContribution form, Known known) {
        byte[] body = hash.of(form);
        try {
            requireRight(form, known);
            return once.keyed(body).map(request -> part(request, form, known, body));
        } catch (DomainException refused) {
            return Optional.empty();
        }
    }

    private ContributionsTogether.Part part(KeyedRequest request, NewContribution form, Known known, byte[] body) {
        FundTerms fund = known.fund();
        Instant now = clock.instant();
        Contribution contribution = contribution(new ContributionId(Ids.next()), form, fund, body, now);
        return new ContributionsTogether.Part(
                request,
                contribution,
                trail.draft(
                        "record",
                        "contribution",
                        new AuditTrail.Subject(contribution.id().value(), fund.unitId()),
                        FIELDS),
                ledger.order(fund.books(known.place()), booking -> enter(contribution, form, known, now, booking)),
                views.created(contribution));
    }

    private Known look(NewContribution form) {
        form.requireFieldsThatFit();
        FundTerms fund = funds.terms(form.fundId()).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        UnitPlace place = caller.actAt("/fundId", Permission.RECORD_MONEY, fund.unitId());
        return new Known(fund, place, donors.ask(form.donor()));
    }

    private Response record(ContributionId id, NewContribution form, Known known, Booking booking) {
        FundTerms fund = known.fund();
        requireRight(form, known);
        Instant now = clock.instant();
        Contribution contribution = contribution(id, form, fund, hash.of(form), now);
        contributions.persist(contribution);
        trail.changed("record", "contribution", id.value(), fund.unitId(), FIELDS);
        enter(contribution, form, known, now, booking);
        return views.created(contribution);
    }

    private void requireRight(NewContribution form, Known known) {
        known.fund().requireOpenOn(form.date(), LocalDate.now(clock));
        known.giver().requireWelcome(form.date(), known.fund(), known.place().unionId());
        causes.known(List.of(form)).requireFitting(form);
    }

    private static Contribution contribution(
            ContributionId id, NewContribution form, FundTerms fund, byte[] createdAs, Instant now) {
        return new Contribution(id, fund, form, new TransferId(Ids.next()), createdAs, now);
    }

    private static void enter(
            Contribution contribution, NewContribution form, Known known, Instant now, Booking booking) {
        FundTerms fund = known.fund();
        booking.enter(
                form.money(contribution.transferId(), fund, now),
                contribution.change(fund.books(known.place()).audience()));
    }
}
