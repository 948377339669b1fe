package vn.congdoan.vks.welfare.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.AccountKind;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Looks books through: whether what is kept of each account is what its postings sum to, and whether what was
/// booked is still what the links of the chain were made of.
@ApplicationScoped
class BooksChecks {

    private static final int LINKS = 1_000;

    /// One statement, so all of it is of one moment.
    private static final String WRONG_SUM = """
            with booked as (
                select account_id, value_date as day, coalesce(sum(amount) filter (where amount > 0), 0) as debit,
                    coalesce(-sum(amount) filter (where amount < 0), 0) as credit
                from transfer join posting using (transfer_id)
                where transfer.fund_id = ?
                group by account_id, value_date
            ), kept as (
                select account_day.* from account join account_day using (account_id) where fund_id = ?
            )
            select 'BALANCE', account_balance.kind, null::date, balance, coalesce(sums.booked, 0)::bigint
            from account_balance left join (
                select account_id, sum(debit - credit) as booked from booked group by account_id
            ) sums using (account_id)
            where fund_id = ? and balance <> coalesce(sums.booked, 0)
            union all
            select 'DAY', account.kind, day, coalesce(kept.debit - kept.credit, 0)::bigint,
                coalesce(booked.debit - booked.credit, 0)::bigint
            from kept full join booked using (account_id, day) join account using (account_id)
            where (kept.debit, kept.credit) is distinct from (booked.debit, booked.credit)
            order by 1, 2, 3
            limit 1
            """;

    private static final String DUE = """
            select fund.fund_id from fund left join books_check using (fund_id)
            where checked_at is null or checked_at < ?
            order by checked_at nulls first
            limit 1 for update of fund skip locked
            """;

    private static final String NOTE = """
            insert into books_check (fund_id, checked_at, finding) values (?, ?, ?::jsonb)
            on conflict (fund_id) do update set checked_at = excluded.checked_at, finding = excluded.finding
            """;

    private final Sql sql;
    private final ProofLinks links;
    private final Transfers transfers;
    private final ObjectMapper json;
    private final Clock clock;

    BooksChecks(Sql sql, ProofLinks links, Transfers transfers, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.links = links;
        this.transfers = transfers;
        this.json = json;
        this.clock = clock;
    }

    /// @param finding the first thing that was wrong; null where nothing was
    record Check(FundId fund, Instant checkedAt, @Nullable Finding finding) {}

    /// Looks through the books of a fund that were not looked through for so long, within the transaction of the
    /// caller; empty if there is none, or others are at it.
    Optional<Check> checkNext(Duration age) {
        return sql.one(
                        DUE,
                        row -> new FundId(row.getObject(1, UUID.class)),
                        timestamp(clock.instant().minus(age)))
                .map(this::check);
    }

    /// Looks through the books of a fund and notes what was found.
    Check check(FundId fund) {
        Check check = new Check(
                fund,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                wrongSum(fund).or(() -> wrongLink(fund)).orElse(null));
        sql.change(NOTE, fund.value(), timestamp(check.checkedAt()), text(check.finding()));
        return check;
    }

    /// The last check of a fund's books.
    Optional<Check> last(FundId fund) {
        return sql.one(
                "select checked_at, finding::text from books_check where fund_id = ?",
                row -> new Check(fund, row.getObject(1, OffsetDateTime.class).toInstant(), finding(row.getString(2))),
                fund.value());
    }

    /// How many funds' books are not in order.
    long outOfOrder() {
        return sql.one("select count(*) from books_check where finding is not null", row -> row.getLong(1))
                .orElseThrow();
    }

    private Optional<Finding> wrongSum(FundId fund) {
        return sql.one(WRONG_SUM, BooksChecks::sum, fund.value(), fund.value(), fund.value());
    }

    private Optional<Finding> wrongLink(FundId fund) {
        ProofHash hash = ProofHash.none();
        long number = 0;
        while (true) {
            List<ProofLinks.Link> next = links.after(fund, number, LINKS);
            Map<TransferId, BookedTransfer> booked =
                    transfers
                            .inOrder(
                                    next.stream().map(ProofLinks.Link::transfer).toList())
                            .stream()
                            .collect(Collectors.toMap(BookedTransfer::id, Function.identity()));
            for (ProofLinks.Link link : next) {
                number++;
                BookedTransfer transfer = booked.get(link.transfer());
                if (transfer == null
                        || link.number() != number
                        || !transfer.fund().equals(fund)
                        || !hash.then(transfer).equals(link.hash())) {
                    return Optional.of(Finding.atLink(number));
                }
                hash = link.hash();
            }
            if (next.size() < LINKS) {
                return Optional.empty();
            }
        }
    }

    private static Finding sum(ResultSet row) throws SQLException {
        return new Finding(
                FindingKind.valueOf(row.getString(1)),
                AccountKind.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getLong(4),
                row.getLong(5),
                null);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private @Nullable String text(@Nullable Finding finding) {
        try {
            return finding == null ? null : json.writeValueAsString(finding);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Finding finding(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Finding.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
