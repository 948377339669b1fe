package vn.congdoan.vks.welfare.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /// Each account is looked up by its index, however many there are.
    private static final String BOOK = """
            with told as (
                select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[],
                    ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                    as told (transfer_id, fund_id, value_date, booked_at, kind, purpose, reverses, fulfils, text, actor,
                        money_in, money_out, created_as)
            ), head as (
                insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, reverses, fulfils, text,
                    actor, money_in, money_out, created_as)
                select transfer_id, fund_id, value_date, booked_at, kind, purpose, reverses, fulfils, text, actor, money_in,
                    money_out, created_as
                from told
                returning transfer_id, fund_id
            )
            insert into posting (transfer_id, line, account_id, amount)
            select head.transfer_id, side.line, account.account_id, side.amount
            from head
            join unnest(?::uuid[], ?::int[], ?::text[], ?::bigint[]) as side (transfer_id, line, account, amount)
                on side.transfer_id = head.transfer_id
            cross join lateral (
                select account_id from account
                where account.fund_id = head.fund_id and account.name = side.account limit 1
            ) account
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
                throw explained(books.fund(), booking.transfers(), failure);
            }
        });
    }

    /// As [#keep], on the books of two funds at once. Their turns come in one order whoever asks for them, and their
    /// balances are held from the beginning, so that nobody waits in a circle.
    public <T> T keepBoth(Books one, Books other, BiFunction<Booking, Booking, T> work) {
        return turns.takeBoth(one.fund(), other.fund(), () -> {
            Booking first = new Booking();
            Booking second = new Booking();
            try {
                return QuarkusTransaction.requiringNew().call(() -> {
                    T result = work.apply(first, second);
                    settle(one, first);
                    settle(other, second);
                    return result;
                });
            } catch (PersistenceException failure) {
                throw explained(one.fund(), first.transfers(), failure);
            }
        });
    }

    /// Holds all balances of two funds until the transaction ends.
    public void hold(FundId one, FundId other) {
        sql.one("select hold_funds(?)", row -> true, (Object) new UUID[] {one.value(), other.value()});
    }

    private void settle(Books books, Booking booking) {
        if (booking.transfers().isEmpty()) {
            return;
        }
        entities.flush();
        carryOut(List.of(order(books, booking)));
        if (!booking.ended().isEmpty()) {
            promises.endAll(booking.ended());
        }
        booking.afterwards().forEach(Runnable::run);
    }

    /// What somebody orders to be booked in the books of a fund, to be carried out with the orders of others.
    public static final class Order {

        private final FundId fund;
        private final String account;
        private final List<Transfer> transfers;
        private final ChangeLog.Draft changes;

        private Order(FundId fund, String account, List<Transfer> transfers, ChangeLog.Draft changes) {
            this.fund = fund;
            this.account = account;
            this.transfers = transfers;
            this.changes = changes;
        }

        public FundId fund() {
            return fund;
        }
    }

    /// An order of the caller's.
    ///
    /// @param work enters it
    public Order order(Books books, Consumer<Booking> work) {
        Booking booking = new Booking();
        work.accept(booking);
        return order(books, booking);
    }

    private Order order(Books books, Booking booking) {
        return new Order(
                books.fund(), caller.principal().account(), booking.transfers(), log.draft(booking.changes(books)));
    }

    /// Books what many have ordered, in the transaction of the caller and last in it. Fails for all if one of them is
    /// refused.
    public void carryOut(List<Order> orders) {
        log.write(orders.stream().map(each -> each.changes).toList());
        book(orders.stream()
                .flatMap(order -> order.transfers.stream().map(each -> new Booked(order.fund, order.account, each)))
                .toList());
    }

    private record Booked(FundId fund, String account, Transfer transfer) {}

    private record Side(TransferId transfer, int line, Transfer.Posting posting) {}

    private void book(List<Booked> all) {
        List<Transfer> transfers = all.stream().map(Booked::transfer).toList();
        List<Side> sides = transfers.stream()
                .flatMap(transfer -> IntStream.range(0, transfer.postings().size())
                        .mapToObj(line -> new Side(
                                transfer.id(), line + 1, transfer.postings().get(line))))
                .toList();
        int booked = sql.change(
                BOOK,
                column(transfers, Transfer::id),
                column(all, Booked::fund),
                column(transfers, Transfer::date),
                column(transfers, Transfer::bookedAt),
                column(transfers, Transfer::kind),
                column(transfers, Transfer::purpose),
                column(transfers, Transfer::reverses),
                column(transfers, Transfer::fulfils),
                column(transfers, Transfer::text),
                column(all, Booked::account),
                transfers.stream().mapToLong(Transfer::moneyIn).toArray(),
                transfers.stream().mapToLong(Transfer::moneyOut).toArray(),
                column(transfers, Transfer::createdAs),
                column(sides, Side::transfer),
                column(sides, Side::line),
                column(sides, each -> each.posting().in().name()),
                sides.stream().mapToLong(each -> each.posting().amount()).toArray());
        if (booked != sides.size()) {
            throw new IllegalStateException("A fund without books");
        }
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }

    private RuntimeException explained(FundId fund, List<Transfer> transfers, PersistenceException failure) {
        String rule = Rules.brokenIn(failure);
        Transfer transfer = transfers.isEmpty() ? null : transfers.getFirst();
        if (transfer != null && "account_balance_not_negative".equals(rule)) {
            return insufficient(fund, transfer);
        }
        if (transfer != null && "money_is_promised".equals(rule)) {
            return promises.tooLittleFree(fund, transfer.reverses() == null ? "/amount" : null);
        }
        if ("goods_are_there".equals(rule) || "account_balance_of_goods_not_negative".equals(rule)) {
            return new Conflict("insufficient-goods");
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
