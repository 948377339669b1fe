package vn.congdoan.vks.welfare.goods;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.AccountKind;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Takes goods out of a fund, in the transaction of the caller, who books what comes of it and has asked before whether
/// it may be done.
@ApplicationScoped
public class GivingOut {

    private static final List<String> FIELDS =
            List.of("kind", "purpose", "date", "items", "text", "receivedBy", "decision", "caseId", "programmeId");
    private static final String WRITTEN_OFF = "WRITTEN_OFF";

    private final Stock stock;
    private final GoodsIssues issues;
    private final Turns turns;
    private final Caller caller;
    private final AuditTrail trail;
    private final Clock clock;

    GivingOut(Stock stock, GoodsIssues issues, Turns turns, Caller caller, AuditTrail trail, Clock clock) {
        this.stock = stock;
        this.issues = issues;
        this.turns = turns;
        this.caller = caller;
        this.trail = trail;
        this.clock = clock;
    }

    /// What is to be booked, and what changed with it.
    ///
    /// @param value of all goods, in đồng
    public record Given(GoodsIssueId id, long value, Transfer transfer, Change change) {}

    /// 422 or 409 where the goods are not there, of no value, or not to be given out on the day.
    ///
    /// @param at where the goods stand in the request
    public Given give(FundTerms fund, UnitPlace place, Handover what, String at) {
        return give(new GoodsIssueId(Ids.next()), fund, place, what, at, new byte[] {1})
                .given();
    }

    /// @param issue what was written down
    record Issued(GoodsIssue issue, Given given) {}

    Issued give(GoodsIssueId id, FundTerms fund, UnitPlace place, Handover what, String at, byte[] createdAs) {
        turns.toChange("goods", fund.id());
        fund.requireBegunOn(what.date(), LocalDate.now(clock));
        List<TakenGoods> taken = stock.take(fund.id(), what.date(), what.items(), at);
        if (TakenGoods.worth(taken) == 0) {
            throw new Unprocessable(at, "worth-nothing");
        }
        Instant now = clock.instant();
        TransferId transfer = new TransferId(Ids.next());
        GoodsIssue issue = new GoodsIssue(
                id, fund, what, taken, transfer, caller.principal().account(), createdAs, now);
        issues.persist(issue);
        trail.changed("give-out", "goods-issue", id.value(), fund.unitId(), FIELDS);
        return new Issued(
                issue,
                new Given(
                        id,
                        issue.value(),
                        transfer(transfer, fund, what, issue.value(), now),
                        issue.change(fund.books(place).audience())));
    }

    private static Transfer transfer(TransferId id, FundTerms fund, Handover what, long value, Instant now) {
        return new Transfer(
                id,
                what.date(),
                what.kind().transferKind(),
                what.purpose(),
                null,
                null,
                what.text(),
                now,
                null,
                Transfer.moved(Account.GOODS, destination(fund, what), value));
    }

    private static Account destination(FundTerms fund, Handover what) {
        return switch (what.kind()) {
            case SUPPORT -> new Account(AccountKind.EXPENSE_IN_KIND, String.valueOf(what.purpose()));
            case PASS_ON -> new Account(AccountKind.PASS_THROUGH_IN_KIND, "PASSED_ON");
            case WRITE_OFF ->
                new Account(
                        fund.passThrough() ? AccountKind.PASS_THROUGH_IN_KIND : AccountKind.EXPENSE_IN_KIND,
                        WRITTEN_OFF);
        };
    }
}
