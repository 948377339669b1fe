package vn.congdoan.vks.welfare.goods;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.FundId;

/// The goods that lie in funds: what was given, less what left again.
@ApplicationScoped
class Stock {

    private static final UUID NONE_BEFORE = new UUID(0, 0);

    private static final String PAGE = """
            select goods_id, contribution_id, contribution.given_on, name, unit, goods_item.quantity, there.quantity,
                there.value, valued_by
            from goods_item join contribution using (contribution_id) cross join lateral (
                select sum(quantity) as quantity, sum(value)::bigint as value from goods_moved
                where goods_moved.fund_id = goods_item.fund_id and goods_moved.goods_id = goods_item.goods_id
            ) there
            where goods_item.fund_id = ? and goods_id > ? and there.quantity > 0
            order by goods_id limit ?
            """;

    /// What is there now, and the least that is there at the end of any day from one on.
    private static final String THERE = """
            select goods_id, contribution_id, contribution.given_on, name, unit, goods_item.quantity, there.quantity,
                there.value, valued_by, there.free
            from goods_item join contribution using (contribution_id) cross join lateral (
                select (array_agg(quantity order by day desc))[1] as quantity,
                    (array_agg(value order by day desc))[1] as value,
                    least(coalesce((array_agg(quantity order by day desc) filter (where day <= ?))[1], 0),
                        min(quantity) filter (where day > ?)) as free
                from (
                    select day, sum(sum(quantity)) over (order by day) as quantity,
                        (sum(sum(value)) over (order by day))::bigint as value
                    from goods_moved
                    where goods_moved.fund_id = goods_item.fund_id and goods_moved.goods_id = goods_item.goods_id
                    group by day
                ) days
            ) there
            where goods_item.fund_id = ? and goods_id = any (?)
            """;

    private final Sql sql;

    Stock(Sql sql) {
        this.sql = sql;
    }

    /// What lies in a fund, in the order in which it was recorded.
    List<GoodsInStock> page(FundId fund, @Nullable UUID after, int rows) {
        return sql.list(PAGE, Stock::read, fund.value(), after == null ? NONE_BEFORE : after, rows);
    }

    private record There(GoodsInStock goods, BigDecimal free) {}

    /// Takes goods out of a fund on a day: 422 for what was never given to it, 409 `insufficient-goods` for more than
    /// is there from then on.
    ///
    /// @param at where they stand in the request
    List<TakenGoods> take(FundId fund, LocalDate day, List<WantedGoods> wanted, String at) {
        UUID[] ids = wanted.stream().map(each -> each.goodsId().value()).toArray(UUID[]::new);
        Map<GoodsId, There> found =
                sql
                        .list(THERE, row -> new There(read(row), row.getBigDecimal(10)), day, day, fund.value(), ids)
                        .stream()
                        .collect(Collectors.toMap(each -> each.goods().goodsId(), Function.identity()));
        List<TakenGoods> taken = new ArrayList<>();
        Set<GoodsId> once = new HashSet<>();
        for (int each = 0; each < wanted.size(); each++) {
            WantedGoods some = wanted.get(each);
            String here = at + "/" + each;
            if (!once.add(some.goodsId())) {
                throw new Invalid(at, "repeated");
            }
            There there = found.get(some.goodsId());
            if (there == null) {
                throw new Unprocessable(here + "/goodsId", "not-of-the-fund");
            }
            if (some.quantity().compareTo(there.free()) > 0) {
                throw tooLittle(here + "/quantity", there);
            }
            taken.add(there.goods().take(some.quantity()));
        }
        return taken;
    }

    private static Conflict tooLittle(String at, There there) {
        Map<String, Object> values = Map.of(
                "goods",
                there.goods().name(),
                "available",
                Quantities.plain(there.free()).toPlainString(),
                "unit",
                there.goods().unit());
        return new Conflict("insufficient-goods", new Violation(at, "more-goods-than-there", values));
    }

    private static GoodsInStock read(ResultSet row) throws SQLException {
        return new GoodsInStock(
                new GoodsId(row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getLong(8),
                GoodsValuation.valueOf(row.getString(9)));
    }
}
