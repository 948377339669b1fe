package vn.congdoan.vks.welfare.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.AccountKind;
import vn.congdoan.vks.welfare.ledger.FundId;

/// Reads what is disclosed of funds: sums of days, and who stands behind each as far as it takes to know whether they
/// are enough.
@ApplicationScoped
class Disclosures {

    /// Where somebody gave more than this often, it takes no more to know how many gave.
    private static final int LOOKED_AT = 1_000;

    private static final String MONEY = """
            select fund.name, unit_id,
                coalesce(sum(debit - credit) filter (where kind.money and day < ?), 0)::bigint
                    + coalesce(sum(credit - debit) filter (where account.kind = 'OPENING' and day >= ?), 0)::bigint,
                coalesce(sum(debit - credit) filter (where kind.money), 0)::bigint
            from fund join account using (fund_id)
            cross join lateral (select account.kind in ('CASH', 'BANK') as money) kind
            left join account_day on account_day.account_id = account.account_id and day <= ?
            where fund_id = ?
            group by fund.fund_id
            """;

    /// Who gave to us or got from us: the member, the case or the name, as far as it is known here, or else the
    /// transfer.
    private static final String GROUPS = """
            select account.name, sums.amount, array(
                select distinct who from (
                    select coalesce(donor_member_id::text, donor_name, support_case.member_id::text,
                        support_case.beneficiary_name, programme_line.member_id::text,
                        care_commitment.member_id::text, care_commitment.beneficiary_name,
                        case when account.code = 'OUTSIDE' then '' else transfer.transfer_id::text end) as who
                    from account_day join transfer on transfer.fund_id = account.fund_id and value_date = day
                    join posting on posting.transfer_id = transfer.transfer_id and posting.account_id = account.account_id
                    left join contribution on transfer.kind = 'CONTRIBUTION'
                        and contribution.transfer_id = transfer.transfer_id
                    left join support_case on case_id = fulfils
                    left join programme_line on line_id = fulfils
                    left join care_payment on payment_id = fulfils
                    left join care_commitment using (commitment_id)
                    where account_day.account_id = account.account_id and day between ? and ?
                        and transfer.reverses is null
                        and not exists (select from transfer back where back.reverses = transfer.transfer_id)
                    limit ?
                ) moved limit ?
            )
            from account join chart_account using (name)
            cross join lateral (
                select sum(credit - debit)::bigint as amount from account_day
                where account_day.account_id = account.account_id and day between ? and ?
            ) sums
            where fund_id = ? and account.kind in ('INCOME', 'EXPENSE', 'PASS_THROUGH') and sums.amount <> 0
            order by place
            """;

    private static final Set<String> NOBODY = Set.of("UNIT", "ALLOCATION", "INTEREST", "PASSED_ON");

    private final Sql sql;

    Disclosures(Sql sql) {
        this.sql = sql;
    }

    Disclosure of(FundId fund, LocalDate from, LocalDate to) {
        List<Moved> moved = sql.list(GROUPS, Moved::read, from, to, LOOKED_AT, Group.ENOUGH, from, to, fund.value());
        return sql.one(
                        MONEY,
                        row -> new Disclosure(
                                fund,
                                row.getString(1),
                                from,
                                to,
                                row.getLong(3),
                                groups(moved, false),
                                groups(moved, true),
                                row.getLong(4)),
                        from,
                        from,
                        to,
                        fund.value())
                .orElseThrow();
    }

    private record Moved(Account account, long credit, Set<String> people) {

        static Moved read(ResultSet row) throws SQLException {
            return new Moved(
                    Account.named(row.getString(1)),
                    row.getLong(2),
                    Arrays.stream((String[]) row.getArray(3).getArray()).collect(Collectors.toSet()));
        }

        boolean isSpent() {
            return account.kind() == AccountKind.EXPENSE || account.equals(Account.PASSED_ON);
        }
    }

    private static List<Group> groups(List<Moved> moved, boolean spent) {
        return moved.stream()
                .filter(each -> each.isSpent() == spent)
                .map(each -> new Group(
                        each.account(),
                        spent ? -each.credit() : each.credit(),
                        !NOBODY.contains(String.valueOf(each.account().code())),
                        each.people()))
                .toList();
    }
}
