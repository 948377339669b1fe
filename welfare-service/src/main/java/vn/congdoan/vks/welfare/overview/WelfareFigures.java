package vn.congdoan.vks.welfare.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.AskedYear;

/// What some units' funds come to in a year.
@ApplicationScoped
class WelfareFigures {

    private static final String SUM = """
            with own as (
                select fund_id from fund where unit_id = any (?) and open_during && daterange(?, ?, '[]'))
            select
                (select count(*) from own),
                (select coalesce(sum(balance), 0) from account_balance join own using (fund_id)
                 where kind in ('CASH', 'BANK')),
                (select count(*) from contribution join own using (fund_id) where given_on between ? and ?),
                (select coalesce(sum(amount), 0) from contribution join own using (fund_id)
                 where given_on between ? and ?),
                (select coalesce(sum(money_out), 0) from transfer join own using (fund_id)
                 where kind = 'EXPENSE' and value_date between ? and ?)
            """;

    private final Sql sql;

    WelfareFigures(Sql sql) {
        this.sql = sql;
    }

    OverviewResource.Part of(AskedYear asked, UUID[] units) {
        LocalDate start = asked.firstDay();
        LocalDate end = LocalDate.of(asked.year(), 12, 31);
        return sql.one(
                        SUM,
                        row -> new OverviewResource.Part(
                                row.getInt(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                        units,
                        start,
                        end,
                        start,
                        end,
                        start,
                        end,
                        start,
                        end)
                .orElseThrow();
    }
}
