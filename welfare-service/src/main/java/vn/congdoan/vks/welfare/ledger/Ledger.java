package vn.congdoan.vks.welfare.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.text.Dong;

/// Books transfers. The database proves each of them and keeps the balances; here is the order of things: a turn at
/// the fund, a transaction, everything else in it first, and in the end the one statement that locks balances, so that
/// they are locked for no longer than that and the commit take.
@ApplicationScoped
public class Ledger {

    private static final String BOOK = """
            with head as (
                insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, reverses, fulfils, text,
                    actor, money_in, money_out, created_as)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning transfer_id, fund_id
            )
            insert into posting (transfer_id, line, account_id, amount)
            select head.transfer_id, side.line, account.account_id, side.amount
            from head
            cross join unnest(?::text[], ?::bigint[]) with ordinality as side (kind, amount, line)
            join account on account.fund_id = head.fund_id and account.kind = side.kind
            """;

    private final Turns turns;
    private final Balances balances;
    private final Promises promises;
    private final Sql sql;
    private final EntityManager entities;
    private final ChangeLog log;
    private final Caller caller;

    Ledger(
            Turns turns,
            Balances balances,
            Promises promises,
            Sql sql,
            EntityManager entities,
            ChangeLog log,
            Caller caller) {
        this.turns = turns;
        this.balances = balances;
        this.promises = promises;
        this.sql = sql;
        this.entities = entities;
        this.log = log;
        this.caller = caller;
    }

    /// Opens the books of a new fund, within its transaction.
    public void open(FundId fund) {
        sql.one("select open_books(?)", row -> true, fund.value());
    }

    /// Runs work on the books in a transaction of its own, and books what it entered. Not within another transaction.
    /// 409 `insufficient-funds` if cash or bank would go below zero on any day: then nothing of it was done.
    public <T> T keep(Books books, Function<Booking, T> work) {
        return turns.take(books.fund(), () -> {
            Booking booking = new Booking();
            try {
                return QuarkusTransaction.requiringNew().call(() -> {
                    T result = work.apply(booking);
                    settle(books, booking);
                    return result;
                });
            } catch (PersistenceException failure) {
                throw explained(books.fund(), booking.transfer(), failure);
            }
        });
    }

    private void settle(Books books, Booking booking) {
        Transfer transfer = booking.transfer();
        if (transfer == null) {
            return;
        }
        entities.flush();
        log.append(booking.changes(transfer, books));
        book(books.fund(), transfer);
    }

    private void book(FundId fund, Transfer transfer) {
        int booked = sql.change(
                BOOK,
                transfer.id().value(),
                fund.value(),
                transfer.date(),
                transfer.bookedAt().atOffset(ZoneOffset.UTC),
                transfer.kind().name(),
                transfer.purpose() == null ? null : transfer.purpose().name(),
                transfer.reverses() == null ? null : transfer.reverses().value(),
                transfer.fulfils() == null ? null : transfer.fulfils().value(),
                transfer.text(),
                caller.principal().account(),
                transfer.moneyIn(),
                transfer.moneyOut(),
                transfer.createdAs(),
                transfer.postings().stream().map(each -> each.account().name()).toArray(String[]::new),
                transfer.postings().stream().mapToLong(Transfer.Posting::amount).toArray());
        if (booked != transfer.postings().size()) {
            throw new IllegalStateException("The fund " + fund + " has no books");
        }
    }

    private RuntimeException explained(FundId fund, @Nullable Transfer transfer, PersistenceException failure) {
        String rule = Rules.brokenIn(failure);
        if (transfer != null && "account_balance_not_negative".equals(rule)) {
            return insufficient(fund, transfer);
        }
        if (transfer != null && "money_is_promised".equals(rule)) {
            return promises.tooLittleFree(fund, transfer.reverses() == null ? "/amount" : null);
        }
        return "transfer_in_open_books".equals(rule)
                ? new Conflict("period-closed", new Violation("/date", "closed-already"))
                : failure;
    }

    private Conflict insufficient(FundId fund, Transfer transfer) {
        AccountKind account = transfer.postings().stream()
                .filter(each -> each.account().isMoney() && each.amount() < 0)
                .map(Transfer.Posting::account)
                .findFirst()
                .orElseThrow();
        Dong available = new Dong(balances.free(fund, account, transfer.date()));
        Map<String, Object> values = Map.of("account", account, "available", available);
        return transfer.reverses() == null
                ? new Conflict(
                        "insufficient-funds",
                        values,
                        new Violation(
                                transfer.fulfils() == null ? "/amount" : "/method",
                                "more-than-available",
                                Map.of("available", available)))
                : new Conflict("insufficient-funds", values);
    }
}
