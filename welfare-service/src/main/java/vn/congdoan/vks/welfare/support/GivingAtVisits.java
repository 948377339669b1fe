package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.Dong;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.goods.GivingOut;
import vn.congdoan.vks.welfare.goods.GoodsIssueKind;
import vn.congdoan.vks.welfare.goods.GoodsOfCases;
import vn.congdoan.vks.welfare.goods.Handover;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Ledger;

/// Hands out goods of the case's fund for a visit, up to what was approved, by a CASHIER of the unit or of one above
/// it in the same union, who has neither asked for it nor approved it.
@ApplicationScoped
class GivingAtVisits {

    private final SupportCases cases;
    private final SupportVisits visits;
    private final VisitViews views;
    private final GoodsOfCases goods;
    private final GivingOut giving;
    private final Funds funds;
    private final Ledger ledger;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final OnlyOnce once;

    GivingAtVisits(
            SupportCases cases,
            SupportVisits visits,
            VisitViews views,
            GoodsOfCases goods,
            GivingOut giving,
            Funds funds,
            Ledger ledger,
            Caller caller,
            Directory directory,
            Turns turns,
            OnlyOnce once) {
        this.cases = cases;
        this.visits = visits;
        this.views = views;
        this.goods = goods;
        this.giving = giving;
        this.funds = funds;
        this.ledger = ledger;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.once = once;
    }

    /// Hands them out, once for an `Idempotency-Key`.
    Response give(SupportCaseId of, SupportVisitId id, VisitGifts form) {
        SupportCases.Paying paying = cases.paying(of).orElseThrow(NotFound::new);
        caller.see(Permission.READ_SUPPORT, paying.unit());
        caller.act(Permission.PAY_SUPPORT, paying.unit());
        FundTerms fund = Optional.ofNullable(paying.fund())
                .flatMap(funds::terms)
                .orElseThrow(() -> SupportCase.notInThatState(paying.status()));
        caller.act(Permission.PAY_SUPPORT, fund.unitId());
        UnitPlace place = directory.place(fund.unitId()).orElseThrow(NotFound::new);
        return ledger.keep(
                fund.books(place),
                booking -> once.run(
                        form, () -> give(of, id, form, fund, place, booking), same -> views.show(of, id, null)));
    }

    private Response give(
            SupportCaseId of, SupportVisitId id, VisitGifts form, FundTerms fund, UnitPlace place, Booking booking) {
        turns.toChange("support-case", of);
        SupportCase found = cases.require(of);
        found.beneficiary().requireOther(caller);
        SupportVisit visit = visits.require(of, id);
        visit.requireNotCancelled();
        long left =
                found.goodsToGive(fund.id(), form.date(), caller.principal().account()) - goods.standing(of.value());
        GivingOut.Given given = giving.give(
                fund,
                place,
                new Handover(
                        GoodsIssueKind.SUPPORT,
                        found.kind(),
                        form.date(),
                        form.items(),
                        null,
                        form.receivedBy(),
                        null,
                        of.value(),
                        id.value(),
                        null),
                "/items");
        if (given.value() > left) {
            throw new Unprocessable(
                    List.of(new Violation("/items", "more-than-approved", Map.of("most", new Dong(left)))));
        }
        visits.flush();
        booking.enter(given.transfer(), given.change());
        return views.shown(visit);
    }
}
