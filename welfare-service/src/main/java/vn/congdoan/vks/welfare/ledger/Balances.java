package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.sql.Sql;

/// What funds hold now, in whole đồng.
@ApplicationScoped
public class Balances {

    private static final String OF_FUNDS = """
            select fund_id, sum(balance)::bigint from account_balance
            where fund_id = any (?) and kind in ('CASH', 'BANK')
            group by fund_id
            """;

    private final Sql sql;

    Balances(Sql sql) {
        this.sql = sql;
    }

    /// Cash and bank together.
    public long of(FundId fund) {
        return of(List.of(fund)).getOrDefault(fund, 0L);
    }

    /// Cash and bank together of each of many funds, in one query.
    public Map<FundId, Long> of(Collection<FundId> funds) {
        UUID[] wanted = funds.stream().map(FundId::value).toArray(UUID[]::new);
        return sql
                .list(OF_FUNDS, row -> Map.entry(new FundId(row.getObject(1, UUID.class)), row.getLong(2)), (Object)
                        wanted)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long of(FundId fund, AccountKind account) {
        return sql.one(
                        "select balance from account_balance where fund_id = ? and kind = ?",
                        row -> row.getLong(1),
                        fund.value(),
                        account.name())
                .orElse(0L);
    }
}
