package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.text.Dong;

/// Money of funds that is promised and not yet paid, within the transaction of the caller. A payment that names its
/// promise posts it; see [Transfer#payment].
@ApplicationScoped
public class Promises {

    private final Sql sql;

    Promises(Sql sql) {
        this.sql = sql;
    }

    /// Keeps money back for a payment to come. 409 `insufficient-unpromised` if the fund has too little that is not
    /// promised yet.
    public void make(PromiseId id, FundId fund, SupportKind purpose, long amount) {
        if (!made(List.of(id), fund, purpose, new long[] {amount})) {
            throw tooLittleFree(fund, "/amount");
        }
    }

    /// Keeps money back for many payments at once. 409 `insufficient-unpromised` if the fund has too little for all.
    ///
    /// @param amounts of each, in the same order
    public void makeAll(List<PromiseId> ids, FundId fund, SupportKind purpose, long[] amounts) {
        if (!made(ids, fund, purpose, amounts)) {
            throw tooLittleFree(fund, null);
        }
    }

    /// Keeps money back unless it is kept back for the payment already, as after one that came back.
    /// 409 `insufficient-unpromised` if the fund has too little that is not promised yet.
    public void makeUnlessPending(PromiseId id, FundId fund, SupportKind purpose, long amount) {
        boolean pending = sql.one(
                        "select exists (select from promise where promise_id = ? and state = 'PENDING')",
                        row -> row.getBoolean(1),
                        id.value())
                .orElseThrow();
        if (!pending) {
            makeAll(List.of(id), fund, purpose, new long[] {amount});
        }
    }

    private boolean made(List<PromiseId> ids, FundId fund, SupportKind purpose, long[] amounts) {
        return sql.one(
                        "select make_promises(?, ?, ?, ?)",
                        row -> row.getBoolean(1),
                        ids.stream().map(PromiseId::value).toArray(UUID[]::new),
                        fund.value(),
                        purpose.name(),
                        amounts)
                .orElseThrow();
    }

    /// Gives back what was kept for those payments among many that have not come.
    public void endAll(List<PromiseId> ids) {
        ended(ids);
    }

    /// Gives back what was kept for a payment that will not come.
    public void end(PromiseId id) {
        if (ended(List.of(id)) != 1) {
            throw new IllegalStateException("The promise " + id + " is not pending");
        }
    }

    private int ended(List<PromiseId> ids) {
        return sql.one("select end_promises(?)", row -> row.getInt(1), (Object)
                        ids.stream().map(PromiseId::value).toArray(UUID[]::new))
                .orElseThrow();
    }

    /// For which of these payments money is kept back.
    public Set<PromiseId> pending(Collection<PromiseId> ids) {
        return Set.copyOf(sql.list(
                "select promise_id from promise where promise_id = any (?) and state = 'PENDING'",
                row -> new PromiseId(row.getObject(1, UUID.class)),
                (Object) ids.stream().map(PromiseId::value).toArray(UUID[]::new)));
    }

    /// What a fund holds and has not promised.
    public long unpromised(FundId fund) {
        return sql.one("select unpromised(?)", row -> row.getLong(1), fund.value())
                .orElse(0L);
    }

    /// @param at where the amount stands in the request; null: it says none
    Conflict tooLittleFree(FundId fund, @Nullable String at) {
        Dong available = new Dong(unpromised(fund));
        Map<String, Object> values = Map.of("available", available);
        return at == null
                ? new Conflict("insufficient-unpromised", values)
                : new Conflict("insufficient-unpromised", values, new Violation(at, "more-than-unpromised", values));
    }
}
