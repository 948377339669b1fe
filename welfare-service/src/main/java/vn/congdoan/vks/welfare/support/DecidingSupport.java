package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.goods.GoodsOfCases;
import vn.congdoan.vks.welfare.ledger.Promises;

/// Brings a support case from the request to a decision: verified by an OFFICER, proposed by an ACCOUNTANT, approved or
/// refused by the CHAIR, within the union's limits.
@ApplicationScoped
class DecidingSupport {

    private final SupportCases cases;
    private final LimitsOfSupport limits;
    private final Funds funds;
    private final Promises promises;
    private final GoodsOfCases given;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    DecidingSupport(
            SupportCases cases,
            LimitsOfSupport limits,
            Funds funds,
            Promises promises,
            GoodsOfCases given,
            Caller caller,
            Directory directory,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.cases = cases;
        this.limits = limits;
        this.funds = funds;
        this.promises = promises;
        this.given = given;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    Response verify(SupportCaseId id, @Nullable String ifMatch) {
        SupportCase found = inTurn(id, ifMatch, Permission.KEEP_SUPPORT);
        found.verify(clock.instant());
        return done(found, "verify", "verified", List.of("status"));
    }

    Response propose(SupportCaseId id, @Nullable String ifMatch, SupportProposal form) {
        SupportCase found = inTurn(id, ifMatch, Permission.PROPOSE_SUPPORT);
        FundTerms fund = funds.terms(form.fundId()).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        UnitPlace payer = caller.actAt("/fundId", Permission.PROPOSE_SUPPORT, fund.unitId());
        if (!payer.unionId().equals(place(found).unionId())) {
            throw new Unprocessable("/fundId", "fund-of-another-union");
        }
        fund.requireSupportFor(found.kind());
        found.propose(
                fund.id(), form.amount(), form.goodsUpTo(), caller.principal().account(), clock.instant());
        return done(found, "propose", "proposed", List.of("status", "fundId", "proposed", "proposedGoods"));
    }

    /// Approves it and keeps the money back in the fund.
    Response approve(SupportCaseId id, @Nullable String ifMatch, SupportApproval form) {
        SupportCase found = deciding(id, ifMatch);
        Instant now = clock.instant();
        if (form.decision() != null && form.decision().date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        long amount = found.amountToApprove(form.amount());
        Long goods = found.goodsToApprove(form.goodsUpTo());
        limits.require(gift(found, amount + (goods == null ? 0 : goods)), form.decision() != null, "/amount");
        found.approve(amount, goods, form.decision(), caller.principal().account(), now);
        SupportCase.Payable payable = found.payable();
        caller.act(
                Permission.APPROVE_SUPPORT,
                funds.terms(payable.fund()).orElseThrow().unitId());
        promises.make(found.promise(), payable.fund(), found.kind(), payable.amount());
        return done(found, "approve", "approved", List.of("status", "approved", "approvedGoods", "decision"));
    }

    Response refuse(SupportCaseId id, @Nullable String ifMatch, SupportRefusal form) {
        SupportCase found = deciding(id, ifMatch);
        found.refuse(form.reason(), caller.principal().account(), clock.instant());
        return done(found, "refuse", "refused", List.of("status", "refusal"));
    }

    Response withdraw(SupportCaseId id, @Nullable String ifMatch) {
        SupportCase found = inTurn(id, ifMatch, Permission.KEEP_SUPPORT);
        if (given.standing(id.value()) > 0) {
            throw new Conflict("goods-given-already");
        }
        if (found.withdraw()) {
            promises.end(found.promise());
        }
        return done(found, "withdraw", "withdrawn", List.of("status"));
    }

    /// Nobody decides on support for oneself.
    private SupportCase deciding(SupportCaseId id, @Nullable String ifMatch) {
        SupportCase found = inTurn(id, ifMatch, Permission.APPROVE_SUPPORT);
        found.beneficiary().requireOther(caller);
        return found;
    }

    private SupportCase inTurn(SupportCaseId id, @Nullable String ifMatch, Permission permission) {
        turns.toChange("support-case", id);
        SupportCase found = cases.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        caller.act(permission, found.unitId());
        ETags.requireMatch(ifMatch, found.version());
        return found;
    }

    private LimitsOfSupport.Gift gift(SupportCase found, long amount) {
        return new LimitsOfSupport.Gift(
                place(found), found.kind(), found.beneficiary().memberId(), found.requestedOn(), amount);
    }

    private UnitPlace place(SupportCase found) {
        return directory.place(found.unitId()).orElseThrow(NotFound::new);
    }

    private Response done(SupportCase found, String action, String happened, List<String> fields) {
        cases.flush();
        trail.changed(action, "support-case", found.id().value(), found.unitId(), fields);
        log.append(found.change(happened, LocalDate.now(clock), place(found)));
        return SupportCaseViews.shown(found);
    }
}
