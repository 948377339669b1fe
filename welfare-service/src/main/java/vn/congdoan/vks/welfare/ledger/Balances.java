package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
            select fund_id, cash.balance, bank.balance,
                case when coalesce(home.node, 'central') = (select node from this_node)
                    then coalesce(fund_promise.amount, 0) end
            from fund join account_balance cash using (fund_id) join account_balance bank using (fund_id)
            left join fund_promise using (fund_id) left join home on home.union_id = fund.owner_union_id
            where fund_id = any (?) and cash.kind = 'CASH' and bank.kind = 'BANK'
            """;

    private static final String WHOLE = """
            select coalesce(sum(balance) filter (where kind = 'CASH'), 0)::bigint,
                coalesce(sum(balance) filter (where kind = 'BANK'), 0)::bigint,
                -coalesce(sum(balance) filter (where kind = 'PASS_THROUGH'), 0)::bigint
            from account_balance where fund_id = ?
            """;

    private final Sql sql;

    Balances(Sql sql) {
        this.sql = sql;
    }

    public Held of(FundId fund) {
        return of(List.of(fund)).getOrDefault(fund, Held.NOTHING);
    }

    /// What each of many funds holds, in one query.
    public Map<FundId, Held> of(Collection<FundId> funds) {
        UUID[] wanted = funds.stream().map(FundId::value).toArray(UUID[]::new);
        return sql
                .list(
                        OF_FUNDS,
                        row -> Map.entry(
                                new FundId(row.getObject(1, UUID.class)),
                                new Held(row.getLong(2), row.getLong(3), (Long) row.getObject(4))),
                        (Object) wanted)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// All that a fund holds, with what it owes of that; nothing where it holds no money.
    public Holdings whole(FundId fund) {
        Holdings held = owing(fund);
        return held.money() == 0 ? new Holdings(0, 0, 0) : held;
    }

    /// What a fund holds, and what it owes.
    public Holdings owing(FundId fund) {
        return sql.one(WHOLE, row -> new Holdings(row.getLong(1), row.getLong(2), row.getLong(3)), fund.value())
                .orElseThrow();
    }

    /// What could be taken from an account on a day: no more than there is on any day from then on.
    long free(FundId fund, AccountKind account, LocalDate day) {
        return sql.one(
                        "select free_from(account_id, ?) from account where fund_id = ? and kind = ?",
                        row -> row.getLong(1),
                        day,
                        fund.value(),
                        account.name())
                .orElse(0L);
    }
}
