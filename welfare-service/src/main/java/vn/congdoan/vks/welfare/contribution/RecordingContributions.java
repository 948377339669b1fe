package vn.congdoan.vks.welfare.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
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
/// from elsewhere (who the donor is) is asked before the transaction; the fund itself is only read, never locked.
@ApplicationScoped
class RecordingContributions {

    static final List<String> FIELDS =
            List.of("fundId", "amount", "donor", "method", "date", "planId", "driveId", "pledgeId", "goods");

    private final Contributions contributions;
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

    private Known look(NewContribution form) {
        form.requireFieldsThatFit();
        FundTerms fund = funds.terms(form.fundId()).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        UnitPlace place = caller.actAt("/fundId", Permission.RECORD_MONEY, fund.unitId());
        return new Known(fund, place, donors.ask(form.donor()));
    }

    private Response record(ContributionId id, NewContribution form, Known known, Booking booking) {
        FundTerms fund = known.fund();
        fund.requireOpenOn(form.date(), LocalDate.now(clock));
        known.giver().requireWelcome(form.date(), fund, known.place().unionId());
        causes.known(List.of(form)).requireFitting(form);
        Instant now = clock.instant();
        TransferId transfer = new TransferId(Ids.next());
        Contribution contribution = new Contribution(id, fund, form, transfer, hash.of(form), now);
        contributions.persist(contribution);
        trail.changed("record", "contribution", id.value(), fund.unitId(), FIELDS);
        booking.enter(
                form.money(transfer, fund, now),
                contribution.change(fund.books(known.place()).audience()));
        return views.created(contribution);
    }
}
