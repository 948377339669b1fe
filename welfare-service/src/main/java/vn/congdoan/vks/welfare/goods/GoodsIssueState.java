package vn.congdoan.vks.welfare.goods;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Goods that were given out, as published: never for whom, nor what was written beside it.
///
/// @param unitId the unit that owns the fund
/// @param purpose with SUPPORT only
/// @param value of all of it, in whole đồng
/// @param decision by which it was written off
public record GoodsIssueState(
        GoodsIssueId id,
        UnitId ownerUnionId,
        UnitId unitId,
        FundId fundId,
        GoodsIssueKind kind,
        @Nullable SupportKind purpose,
        LocalDate date,
        List<TakenGoods> items,
        long value,
        TransferId transferId,
        @Nullable Decision decision,
        Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "goods-issue", 1, GoodsIssueState.class, "given-out");

    public GoodsIssueState {
        items = List.copyOf(items);
    }
}
