package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.text.Dong;

/// Money of funds that is promised and not yet paid, within the transaction of the caller. A payment that names its
/// promise posts it; see [Transfer#payment].
@ApplicationScoped
public class Promises {

    private static final String END = "update promise set state = 'VOIDED' where promise_id = ? and state = 'PENDING'";

    private final Sql sql;

    Promises(Sql sql) {
        this.sql = sql;
    }

    /// Keeps money back for a payment to come. 409 `insufficient-unpromised` if the fund has too little that is not
    /// promised yet.
    public void make(PromiseId id, FundId fund, SupportKind purpose, long amount) {
        boolean made = sql.one(
                        "select make_promise(?, ?, ?, ?)",
                        row -> row.getBoolean(1),
                        id.value(),
                        fund.value(),
                        purpose.name(),
                        amount)
                .orElseThrow();
        if (!made) {
            throw tooLittleFree(fund, "/amount");
        }
    }

    /// Gives back what was kept for a payment that will not come.
    public void end(PromiseId id) {
        if (sql.change(END, id.value()) != 1) {
            throw new IllegalStateException("The promise " + id + " is not pending");
        }
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
