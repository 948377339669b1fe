package vn.congdoan.vks.welfare.period;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What funds held when their periods were closed.
@ApplicationScoped
class ClosedFunds {

    private static final String NOTE = """
            insert into period_fund (period_id, fund_id, cash, bank, links, hash)
            select ?, fund_id, held.cash, held.bank, coalesce(last.number, 0), coalesce(last.hash, decode(repeat('00', 32), 'hex'))
            from fund
            cross join lateral (
                select coalesce(sum(debit - credit) filter (where kind = 'CASH'), 0)::bigint as cash,
                    coalesce(sum(debit - credit) filter (where kind = 'BANK'), 0)::bigint as bank
                from account join account_day using (account_id)
                where account.fund_id = fund.fund_id and day <= ?
            ) held
            left join lateral (
                select number, hash from proof_link
                where proof_link.fund_id = fund.fund_id order by number desc limit 1
            ) last on true
            where fund.unit_id = ?
            """;

    private static final String OF_PERIODS = """
            select period_id, fund_id, cash, bank, links, hash from period_fund
            where period_id = any (?) order by period_id, fund_id
            """;

    private final Sql sql;

    ClosedFunds(Sql sql) {
        this.sql = sql;
    }

    /// Notes what each fund of a unit holds at the end of a day; returns how many funds there are.
    int note(PeriodId period, UnitId unit, LocalDate lastDay) {
        return sql.change(NOTE, period.value(), lastDay, unit.value());
    }

    List<ClosedFund> of(PeriodId period) {
        return of(List.of(period)).getOrDefault(period, List.of());
    }

    /// Those of each of many periods, in one query.
    Map<PeriodId, List<ClosedFund>> of(Collection<PeriodId> periods) {
        UUID[] asked = periods.stream().map(PeriodId::value).toArray(UUID[]::new);
        return sql
                .list(OF_PERIODS, row -> Map.entry(new PeriodId(row.getObject(1, UUID.class)), read(row)), (Object)
                        asked)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ClosedFund read(ResultSet row) throws SQLException {
        return new ClosedFund(
                new FundId(row.getObject(2, UUID.class)),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                HexFormat.of().formatHex(row.getBytes(6)));
    }
}
