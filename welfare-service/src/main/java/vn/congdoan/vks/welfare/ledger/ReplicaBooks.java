package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;

/// The books of other nodes' funds, as far as they differ from our own: what was proven when it was booked at
/// home need not hold here again (that it happens now, that a contribution and its money come together), and a
/// fund that is no longer for this node goes with its books. The database allows it only while it is told that a
/// replica is written.
@ApplicationScoped
public class ReplicaBooks {

    private static final String TELL = "select set_config('vks.applying', ?, true)";

    private static final String OPEN = """
            select open_books(id) from %s where not exists (select from account where account.fund_id = taken.id)
            """.formatted(Replica.TAKEN);

    private final Sql sql;

    ReplicaBooks(Sql sql) {
        this.sql = sql;
    }

    /// Does what is allowed to a replica only, within the transaction of the caller. What fails takes the
    /// permission back together with everything else.
    public void applying(Runnable work) {
        tell("on");
        work.run();
        tell("off");
    }

    private void tell(String value) {
        sql.one(TELL, row -> row.getString(1), value);
    }

    /// Opens the books of those funds that have none.
    ///
    /// @param taken the states of funds, as in [Replica#TAKEN]
    public void open(String taken) {
        sql.list(OPEN, row -> true, taken);
    }

    /// Takes funds away with all that was given and booked. Only while applying.
    public void close(UUID[] funds) {
        sql.one("select forget_books(?)", row -> true, (Object) funds);
    }
}
