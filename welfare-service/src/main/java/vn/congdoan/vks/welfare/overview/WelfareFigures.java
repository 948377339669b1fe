package vn.congdoan.vks.welfare.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.AskedYear;

/// What some units' funds come to in a year.
@ApplicationScoped
class WelfareFigures {

    /// What was taken back counts with the other sign, on its own day. What a fund held when its books began counts
    /// as held when the year began, and what is taken back of that later as income. What is owed counts when it is
    /// paid, and what was claimed back of it when it comes.
    private static final String SUM = """
            with own as (
                select fund_id, open_during && daterange(asked.first, asked.last, '[]') as open,
                    opens_on between asked.first and asked.last as begins
                from fund cross join (values (?::date, ?::date)) as asked (first, last) where unit_id = any (?)
            ), held as (
                select coalesce(sum(debit - credit), 0)::bigint as opening
                from own join account using (fund_id) join account_day using (account_id)
                where account.kind in ('CASH', 'BANK') and day < ?
            ), moved as (
                select coalesce(sum(money_in - money_out) filter (where kind = 'CONTRIBUTION'), 0)::bigint as contributions,
                    coalesce(sum(money_in - money_out) filter (where kind = 'INCOME' or kind = 'OPENING' and not begins), 0)::bigint
                        as income,
                    coalesce(sum(money_out - money_in) filter (where kind in ('EXPENSE', 'SETTLEMENT', 'RECOVERY')), 0)::bigint as spent,
                    coalesce(sum(money_out - money_in) filter (where kind = 'PASS_ON'), 0)::bigint as passed_on,
                    coalesce(sum(money_in - money_out) filter (where kind in ('MOVE_IN', 'MOVE_OUT')), 0)::bigint as moved,
                    coalesce(sum(money_in - money_out) filter (where kind = 'OPENING' and begins), 0)::bigint as brought,
                    coalesce(sum(money_in - money_out), 0)::bigint as change
                from transfer join own using (fund_id) where value_date between ? and ?
            )
            select (select count(*) from own where open), opening + brought, contributions, income, spent, passed_on, moved.moved,
                opening + change
            from held, moved
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
                                row.getInt(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8)),
                        start,
                        end,
                        units,
                        start,
                        start,
                        end)
                .orElseThrow();
    }
}
