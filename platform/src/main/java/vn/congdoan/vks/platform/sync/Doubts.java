package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// Records of which the receiver does not know whether the sender still has them as they are here: because the sender
/// lost a stretch of its log, or because their digests differ. The receiver names them, and the sender tells them again
/// in its feed, or that there are none.
@ApplicationScoped
public class Doubts {

    private final Sql sql;
    private final InOneTransaction transaction;
    private final ThisNode here;

    Doubts(Sql sql, InOneTransaction transaction, ThisNode here) {
        this.sql = sql;
        this.transaction = transaction;
        this.here = here;
    }

    /// A record by its kind and id.
    public record Named(String aggregateType, UUID aggregateId) {}

    /// What is doubted of a sender's records, at most so many.
    public List<Named> of(String sender, int most) {
        return sql.list(
                "select aggregate_type, aggregate_id from replica where sender = ? and doubted limit ?",
                row -> new Named(row.getString(1), row.getObject(2, UUID.class)),
                sender,
                most);
    }

    /// Tells records again to a node that doubts them.
    public void answer(List<Named> doubted, Feeding.Reader reader) {
        transaction.run(() -> sql.list(
                """
                select tell_again(doubted.aggregate_type, doubted.aggregate_id, ?, ?, ?)
                from unnest(?::text[], ?::uuid[]) as doubted (aggregate_type, aggregate_id)
                """,
                row -> true,
                reader.node(),
                here.id(),
                reader.unions().toArray(UUID[]::new),
                doubted.stream().map(Named::aggregateType).toArray(String[]::new),
                doubted.stream().map(Named::aggregateId).toArray(UUID[]::new)));
    }
}
