package vn.congdoan.vks.welfare.goods;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Ledger;

/// Gives goods out of a fund, by an ACCOUNTANT of its unit or of one above it in the same union. What a support case is
/// given comes to it by a visit.
@ApplicationScoped
class IssuingGoods {

    private final GoodsIssues issues;
    private final GoodsIssueViews views;
    private final GivingOut giving;
    private final Funds funds;
    private final Turns turns;
    private final Ledger ledger;
    private final Caller caller;
    private final Directory directory;
    private final OnlyOnce once;
    private final Sql sql;
    private final BodyHash hash;
    private final Clock clock;

    IssuingGoods(
            GoodsIssues issues,
            GoodsIssueViews views,
            GivingOut giving,
            Funds funds,
            Turns turns,
            Ledger ledger,
            Caller caller,
            Directory directory,
            OnlyOnce once,
            Sql sql,
            BodyHash hash,
            Clock clock) {
        this.issues = issues;
        this.views = views;
        this.giving = giving;
        this.funds = funds;
        this.turns = turns;
        this.ledger = ledger;
        this.caller = caller;
        this.directory = directory;
        this.once = once;
        this.sql = sql;
        this.hash = hash;
        this.clock = clock;
    }

    private record Known(FundTerms fund, UnitPlace place) {}

    /// Gives them out under a new id, once for an `Idempotency-Key`.
    Response give(FundId fund, NewGoodsIssue form) {
        Known known = look(fund, form);
        return ledger.keep(
                known.fund().books(known.place()),
                booking -> once.run(
                        form,
                        () -> give(new GoodsIssueId(Ids.next()), form, known, booking),
                        id -> views.show(fund, new GoodsIssueId(id))));
    }

    /// Gives them out under the client's id.
    Response give(FundId fund, GoodsIssueId id, NewGoodsIssue form) {
        Known known = look(fund, form);
        return ledger.keep(
                known.fund().books(known.place()),
                booking -> turns.toCreate(
                                "goods-issue",
                                id.value(),
                                () -> issues.findByIdOptional(id),
                                each -> each.fundId().equals(fund) && each.wasCreatedAs(hash.of(form)))
                        .map(views::already)
                        .orElseGet(() -> give(id, form, known, booking)));
    }

    private Known look(FundId id, NewGoodsIssue form) {
        FundTerms fund = funds.terms(id).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, fund.unitId());
        caller.act(Permission.RECORD_MONEY, fund.unitId());
        form.requireFieldsOfItsKind();
        return new Known(fund, directory.place(fund.unitId()).orElseThrow(NotFound::new));
    }

    private Response give(GoodsIssueId id, NewGoodsIssue form, Known known, Booking booking) {
        requireAllowed(known.fund(), form);
        GivingOut.Issued issued =
                giving.give(id, known.fund(), known.place(), form.handover(), "/items", hash.of(form));
        booking.enter(issued.given().transfer(), issued.given().change());
        return views.created(issued.issue());
    }

    private void requireAllowed(FundTerms fund, NewGoodsIssue form) {
        switch (form.kind()) {
            case SUPPORT -> {
                fund.requireSpending(Objects.requireNonNull(form.purpose()));
                requireProgramme(fund, form);
            }
            case PASS_ON -> fund.requirePassThrough();
            case WRITE_OFF -> requireDecided(form);
        }
    }

    private void requireDecided(NewGoodsIssue form) {
        LocalDate decided = Objects.requireNonNull(form.decision()).date();
        if (decided.isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        if (form.date().isBefore(decided)) {
            throw new Unprocessable("/date", "before-the-decision");
        }
    }

    private void requireProgramme(FundTerms fund, NewGoodsIssue form) {
        if (form.programmeId() == null) {
            return;
        }
        boolean fits = sql.one(
                        """
                        select exists (
                            select from support_programme
                            where programme_id = ? and owner_union_id = ? and kind = ? and status = 'APPROVED')
                        """,
                        row -> row.getBoolean(1),
                        form.programmeId(),
                        fund.ownerUnionId().value(),
                        Objects.requireNonNull(form.purpose()).name())
                .orElseThrow();
        if (!fits) {
            throw new Unprocessable("/programmeId", "no-such-programme");
        }
    }
}
