package vn.congdoan.vks.welfare.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// What is on its way to a bank.
@ApplicationScoped
public class OpenPayments {

    private final Sql sql;

    OpenPayments(Sql sql) {
        this.sql = sql;
    }

    /// Those of the promises that are in an open file.
    public Set<UUID> among(Collection<UUID> promises) {
        return new HashSet<>(sql.list(
                "select promise_id from payment_file_line where promise_id = any (?) and state = 'OPEN'",
                row -> row.getObject(1, UUID.class),
                (Object) promises.toArray(UUID[]::new)));
    }
}
