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
import java.time.Period;
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
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Looks books through: whether what is kept of each account is what its postings sum to, and whether what was
/// booked is still what the links of the chain were made of.
@ApplicationScoped
class BooksChecks {

    private static final int LINKS = 1_000;

    /// What is not in the chain by then will never be.
    private static final Duration CHAINED_WITHIN = Duration.ofHours(1);

    private static final String WRONG_BALANCE = """
            select 'BALANCE', name, null::date, balance, coalesce(moved, 0)::bigint
            from account_balance join account using (account_id) left join lateral (
                select sum(debit - credit) as moved from account_day
                where account_day.account_id = account_balance.account_id
            ) days on true
            where account_balance.fund_id = ? and balance <> coalesce(moved, 0)
            order by name limit 1
            """;

    private static final String SPAN = """
            select least(min(day), (select min(value_date) from transfer where fund_id = ?)),
                greatest(max(day), (select max(value_date) from transfer where fund_id = ?))
            from account join account_day using (account_id) where fund_id = ?
            """;

    /// Days and postings of one moment.
    private static final String WRONG_DAY = """
            with booked as (
                select account_id, value_date as day, coalesce(sum(amount) filter (where amount > 0), 0) as debit,
                    coalesce(-sum(amount) filter (where amount < 0), 0) as credit
                from transfer join posting using (transfer_id)
                where transfer.fund_id = ? and value_date between ? and ?
                group by account_id, value_date
            ), kept as (
                select account_day.* from account join account_day using (account_id)
                where fund_id = ? and day between ? and ?
            )
            select 'DAY', account.name, day, coalesce(kept.debit - kept.credit, 0)::bigint,
                coalesce(booked.debit - booked.credit, 0)::bigint
            from kept full join booked using (account_id, day) join account using (account_id)
            where (kept.debit, kept.credit) is distinct from (booked.debit, booked.credit)
            order by day, name limit 1
            """;

    private static final String UNLINKED = """
            select transfer_id from transfer
            where fund_id = ? and coalesce(kept_since, booked_at) < ?
                and not exists (select from proof_link where proof_link.transfer_id = transfer.transfer_id)
            order by transfer_id limit 1
            """;

    private static final String WRONG_PROMISES = """
            select stands, should from (
                select coalesce((select amount from fund_promise where fund_id = ?), 0) as stands,
                    (select coalesce(sum(amount), 0)::bigint from promise where fund_id = ? and state = 'PENDING') as should
                union all
                select coalesce(sum(promise.amount) filter (where state = 'POSTED'), 0)::bigint,
                    coalesce(sum(paid.money_out), 0)::bigint
                from promise left join transfer paid on paid.fulfils = promise_id
                    and not exists (select from transfer back where back.reverses = paid.transfer_id)
                where promise.fund_id = ?
            ) sums
            where stands <> should limit 1
            """;

    /// At other nodes what is given, what is given out and what is booked of it arrive one after the other.
    private static final String WRONG_GOODS = """
            select worth, balance from account_balance join fund using (fund_id) cross join lateral (
                select coalesce(sum(value), 0)::bigint as worth from goods_moved where goods_moved.fund_id = fund.fund_id
            ) goods
            where fund_id = ? and account_balance.kind = 'GOODS' and written_here(owner_union_id) and worth <> balance
            """;

    private static final String CLAIM = """
            insert into books_check (fund_id, begun_at)
            select fund_id, ? from fund left join books_check using (fund_id)
            where begun_at is null or begun_at < ?
            order by begun_at nulls first limit 1
            on conflict (fund_id) do update set begun_at = excluded.begun_at where books_check.begun_at < ?
            returning fund_id
            """;

    private static final String NOTE = """
            insert into books_check (fund_id, begun_at, checked_at, finding) values (?, ?, ?, ?::jsonb)
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

    /// Takes a fund whose books were not looked through for so long, so that no other instance does; empty if there is
    /// none.
    Optional<FundId> claim(Duration age) {
        OffsetDateTime now = timestamp(clock.instant());
        OffsetDateTime before = now.minus(age);
        return sql.one(CLAIM, row -> new FundId(row.getObject(1, UUID.class)), now, before, before);
    }

    /// Looks through the books of a fund and notes what was found. Each statement is of one moment; while it lasts
    /// others go on booking.
    Check check(FundId fund) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Finding finding = wrongBalance(fund)
                .or(() -> wrongDay(fund))
                .or(() -> wrongLink(fund))
                .or(() -> unlinked(fund))
                .or(() -> wrongPromises(fund))
                .or(() -> wrongGoods(fund))
                .orElse(null);
        sql.change(NOTE, fund.value(), timestamp(now), timestamp(now), text(finding));
        return new Check(fund, now, finding);
    }

    /// The last check of a fund's books.
    Optional<Check> last(FundId fund) {
        return sql.one(
                "select checked_at, finding::text from books_check where fund_id = ? and checked_at is not null",
                row -> new Check(fund, row.getObject(1, OffsetDateTime.class).toInstant(), finding(row.getString(2))),
                fund.value());
    }

    /// How many funds' books are not in order.
    long outOfOrder() {
        return sql.one("select count(*) from books_check where finding is not null", row -> row.getLong(1))
                .orElseThrow();
    }

    private Optional<Finding> wrongPromises(FundId fund) {
        return sql.one(
                WRONG_PROMISES,
                row -> Finding.ofPromises(row.getLong(1), row.getLong(2)),
                fund.value(),
                fund.value(),
                fund.value());
    }

    private Optional<Finding> wrongGoods(FundId fund) {
        return sql.one(WRONG_GOODS, row -> Finding.ofGoods(row.getLong(1), row.getLong(2)), fund.value());
    }

    private Optional<Finding> wrongBalance(FundId fund) {
        return sql.one(WRONG_BALANCE, BooksChecks::sum, fund.value());
    }

    private record Span(@Nullable LocalDate first, @Nullable LocalDate last) {}

    private Optional<Finding> wrongDay(FundId fund) {
        Span span = sql.one(
                        SPAN,
                        row -> new Span(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                        fund.value(),
                        fund.value(),
                        fund.value())
                .orElseThrow();
        if (span.first() == null || span.last() == null) {
            return Optional.empty();
        }
        // A month at a time: a statement over everything would take too long in the largest funds.
        LocalDate last = span.last();
        return span.first()
                .withDayOfMonth(1)
                .datesUntil(last.plusDays(1), Period.ofMonths(1))
                .map(day -> sql.one(
                        WRONG_DAY,
                        BooksChecks::sum,
                        fund.value(),
                        day,
                        day.plusMonths(1).minusDays(1),
                        fund.value(),
                        day,
                        day.plusMonths(1).minusDays(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Finding> unlinked(FundId fund) {
        return sql.one(
                UNLINKED,
                row -> Finding.unlinked(new TransferId(row.getObject(1, UUID.class))),
                fund.value(),
                timestamp(clock.instant().minus(CHAINED_WITHIN)));
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
        return Finding.ofSum(
                FindingKind.valueOf(row.getString(1)),
                Account.named(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getLong(4),
                row.getLong(5));
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
