package vn.congdoan.vks.welfare.goods;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Shows goods that were given out as their readers may see them: for whom they were, to the union's own people only.
@ApplicationScoped
class GoodsIssueViews {

    private final GoodsIssues issues;
    private final Funds funds;
    private final Transfers transfers;
    private final Caller caller;

    GoodsIssueViews(GoodsIssues issues, Funds funds, Transfers transfers, Caller caller) {
        this.issues = issues;
        this.funds = funds;
        this.transfers = transfers;
        this.caller = caller;
    }

    /// The fund, or 404.
    FundTerms see(FundId fund) {
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
        return terms;
    }

    /// What was given out of the fund under this id, or 404.
    Response show(FundId fund, GoodsIssueId id) {
        FundTerms terms = see(fund);
        GoodsIssue issue = issues.require(fund, id);
        boolean whole = seesWhole(terms.unitId());
        TransferId reversedBy = reversed(issue);
        return Response.ok(issue.view(whole, reversedBy))
                .tag(tag(whole, reversedBy))
                .build();
    }

    /// 201 for whoever gave it out.
    Response created(GoodsIssue issue) {
        return Created.at(
                "/api/v1/funds/" + issue.fundId() + "/goods-issues/" + issue.id(),
                issue.view(true, null),
                tag(true, null));
    }

    /// 200 for whoever gives it out once more.
    Response already(GoodsIssue issue) {
        TransferId reversedBy = reversed(issue);
        return Created.already(issue.view(true, reversedBy), tag(true, reversedBy));
    }

    /// Shows each of these, all of one unit's funds.
    Function<GoodsIssue, GoodsIssueView> each(UnitId unit, List<GoodsIssue> some) {
        boolean whole = seesWhole(unit);
        Map<TransferId, TransferId> reversed =
                transfers.reversed(some.stream().map(GoodsIssue::transferId).toList());
        return issue -> issue.view(whole, reversed.get(issue.transferId()));
    }

    private @Nullable TransferId reversed(GoodsIssue issue) {
        return transfers.reversed(List.of(issue.transferId())).get(issue.transferId());
    }

    private boolean seesWhole(UnitId unit) {
        return caller.reach(Permission.READ_SENSITIVE, unit) == Reach.SCOPE;
    }

    /// It never changes; only that it was taken back is told of it later.
    private static EntityTag tag(boolean whole, @Nullable TransferId reversedBy) {
        return ETags.of(reversedBy == null ? 0 : 1, whole ? "whole" : "nameless");
    }
}
