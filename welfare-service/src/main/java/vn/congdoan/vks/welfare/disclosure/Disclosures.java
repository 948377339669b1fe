package vn.congdoan.vks.welfare.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.AccountKind;
import vn.congdoan.vks.welfare.ledger.FundId;

/// Reads what is disclosed of funds: sums of days, and who stands behind each as far as it takes to know whether they
/// are enough. All that is told of money in one statement, and all of goods in another: what is booked meanwhile is
/// in all of it or in nothing.
@ApplicationScoped
class Disclosures {

    /// Where somebody gave or got more than this often, it takes no more to know how many did.
    private static final int LOOKED_AT = 1_000;

    /// Of money, or of goods in the place of money. Who gave to us or got from us: the member or the name,
    /// whichever way it is written, as far as it is known here; all who are not count as one. Whose money was
    /// taken back again in the span neither gave nor got. For everybody what is owed is spent when it is paid,
    /// and what was claimed back is none when it has come; the union reads those accounts as they are.
    private static final String TOLD = """
            with asked as (
                select lower, upper from unnest(?::text[]::date[], ?::text[]::date[]) as asked (lower, upper)
            ), whole as (
                select min(lower) as lower, max(upper) as upper from asked
            ), own as (
                select account_id, told.name, told.kind, told.place, account.kind in ('CASH', 'BANK', 'GOODS') as money,
                    account.kind = 'OPENING' and opens_on between lower and upper as brought
                from account join fund using (fund_id) cross join whole
                join chart_account told on told.name = case
                    when ? and account.kind in ('PAYABLE', 'RECEIVABLE') then 'EXPENSE/' || account.code
                    else account.name end
                where fund_id = ? and (account.kind = 'GOODS' or right(account.kind, 8) = '_IN_KIND') = ?
            ), line as (
                select name, place, money, brought, array_agg(account_id) as accounts from own group by 1, 2, 3, 4
            ), held as (
                select coalesce(sum(debit - credit) filter (where money and day < lower), 0)::bigint
                        + coalesce(sum(credit - debit) filter (where brought and day >= lower), 0)::bigint as opening,
                    coalesce(sum(debit - credit) filter (where money), 0)::bigint as closing
                from own cross join whole
                left join account_day on account_day.account_id = own.account_id and day <= upper
            ), moved as (
                select lower, line.name, place, sums.amount, array(
                    select who from (
                        select coalesce(
                            person_of(coalesce(donor_member_id, support_case.member_id, programme_line.member_id,
                                proposal_line.member_id, care_commitment.member_id, payable.member_id))::text,
                            person_key(coalesce(donor_name, support_case.beneficiary_name,
                                proposal_line.beneficiary_name, care_commitment.beneficiary_name,
                                goods_issue.received_by)),
                            payable.recipient_unit_id::text, '') as who, posting.amount
                        from account_day join transfer on transfer.fund_id = ? and transfer.value_date = day
                        join posting on posting.transfer_id = transfer.transfer_id
                            and posting.account_id = account_day.account_id
                        join transfer original
                            on original.transfer_id = coalesce(transfer.reverses, transfer.transfer_id)
                        left join contribution on contribution.transfer_id = original.transfer_id
                        left join goods_issue on goods_issue.transfer_id = original.transfer_id
                        left join support_case on support_case.case_id = coalesce(original.fulfils, goods_issue.case_id)
                        left join programme_line on programme_line.line_id = original.fulfils
                        left join proposal_grant
                            on proposal_promise(proposal_grant.answer_id, proposal_grant.line_id::text) = original.fulfils
                        left join proposal_line on proposal_line.line_id = proposal_grant.line_id
                        left join care_payment on payment_id = original.fulfils
                        left join care_commitment using (commitment_id)
                        left join payable_transfer on payable_transfer.transfer_id = original.transfer_id
                        left join payable using (payable_id)
                        where account_day.account_id = any (line.accounts) and day between lower and upper
                        limit ?
                    ) some_of_them group by who having sum(some_of_them.amount) <> 0 limit ?
                ) as people
                from asked cross join line
                cross join lateral (
                    select sum(credit - debit)::bigint as amount from account_day
                    where account_day.account_id = any (line.accounts) and day between lower and upper
                ) sums
                where not money and not brought and sums.amount <> 0
            )
            select fund.name, opening, closing, lower, moved.name, amount, people
            from fund cross join held left join moved on true where fund_id = ? order by lower, place
            """;

    /// Behind these stands nobody of whom anything could be told: no person, or one whose name nobody knows.
    private static final Set<String> NOBODY = Set.of(
            "UNIT",
            "ANONYMOUS",
            "ALLOCATION",
            "INTEREST",
            "PASSED_ON",
            "IN",
            "OUT",
            "MOVED_IN",
            "MOVED_OUT",
            "WRITTEN_OFF");

    private static final Set<String> GIVEN_AWAY = Set.of("PASSED_ON", "WRITTEN_OFF");

    private final Sql sql;

    Disclosures(Sql sql) {
        this.sql = sql;
    }

    /// Of any days, with all lines.
    Disclosure forTheUnion(FundId fund, LocalDate from, LocalDate to) {
        return told(fund, List.of(from), List.of(to), false, groups -> groups);
    }

    /// Of whole years. What is put together is decided for each year by itself, so that no two disclosures tell more
    /// than the years they are made of.
    Disclosure forEverybody(FundId fund, int firstYear, int lastYear) {
        List<LocalDate> starts = Stream.iterate(LocalDate.of(firstYear, 1, 1), each -> each.plusYears(1))
                .limit(lastYear - firstYear + 1L)
                .toList();
        return told(
                fund,
                starts,
                starts.stream()
                        .map(each -> each.withMonth(12).withDayOfMonth(31))
                        .toList(),
                true,
                SmallGroups::together);
    }

    private Disclosure told(
            FundId fund,
            List<LocalDate> starts,
            List<LocalDate> ends,
            boolean spentWhenPaid,
            UnaryOperator<List<Group>> shown) {
        return told(fund, false, starts, ends, spentWhenPaid, shown)
                .with(told(fund, true, starts, ends, spentWhenPaid, shown));
    }

    private Disclosure told(
            FundId fund,
            boolean inKind,
            List<LocalDate> starts,
            List<LocalDate> ends,
            boolean spentWhenPaid,
            UnaryOperator<List<Group>> shown) {
        List<Row> rows = sql.list(
                TOLD,
                Row::read,
                texts(starts),
                texts(ends),
                spentWhenPaid,
                fund.value(),
                inKind,
                fund.value(),
                LOOKED_AT,
                Group.ENOUGH,
                fund.value());
        Row first = rows.getFirst();
        return new Disclosure(
                fund,
                first.fund(),
                starts.getFirst(),
                ends.getLast(),
                first.opening(),
                groups(rows, false, shown),
                groups(rows, true, shown),
                first.closing(),
                null);
    }

    private static String[] texts(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static List<Group> groups(List<Row> rows, boolean spent, UnaryOperator<List<Group>> shown) {
        return Group.merged(rows.stream()
                .flatMap(row -> row.moved().stream())
                .filter(each -> each.isSpent() == spent)
                .collect(Collectors.groupingBy(Moved::span, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(span -> shown.apply(span.stream().map(Moved::group).toList()).stream())
                .toList());
    }

    /// One line of the answer; without anything moved where nothing was.
    private record Row(String fund, long opening, long closing, List<Moved> moved) {

        static Row read(ResultSet row) throws SQLException {
            String account = row.getString(5);
            return new Row(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    account == null ? List.of() : List.of(Moved.read(row, Account.named(account))));
        }
    }

    private record Moved(LocalDate span, Account account, long credit, Set<String> people) {

        static Moved read(ResultSet row, Account account) throws SQLException {
            return new Moved(
                    row.getObject(4, LocalDate.class),
                    account,
                    row.getLong(6),
                    Arrays.stream((String[]) row.getArray(7).getArray()).collect(Collectors.toSet()));
        }

        boolean isSpent() {
            return switch (account.kind()) {
                case EXPENSE, EXPENSE_IN_KIND, PAYABLE, RECEIVABLE -> true;
                case PASS_THROUGH, PASS_THROUGH_IN_KIND ->
                    GIVEN_AWAY.contains(String.valueOf(account.code())) || account.isMovedOut();
                case MOVED -> account.isMovedOut();
                case CASH, BANK, INCOME, OPENING, GOODS, INCOME_IN_KIND -> false;
            };
        }

        Group group() {
            boolean personal =
                    account.kind() != AccountKind.OPENING && !NOBODY.contains(String.valueOf(account.code()));
            return new Group(account, isSpent() ? -credit : credit, personal, people);
        }
    }
}
