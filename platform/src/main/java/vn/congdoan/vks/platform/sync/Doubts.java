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

    /// What was told again and is set aside needs no telling.
    private static final String DOUBTED = """
            select aggregate_type, aggregate_id from replica
            where sender = ? and doubted
                and not exists (select from quarantined_change aside
                                where aside.aggregate_id = replica.aggregate_id
                                and aside.aggregate_type = replica.aggregate_type and aside.sender = replica.sender)
            limit ?
            """;

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
        return sql.list(DOUBTED, row -> new Named(row.getString(1), row.getObject(2, UUID.class)), sender, most);
    }

    /// From now on a record is doubted, also one of which nothing is known here: the sender is asked to tell it.
    void doubt(String sender, String aggregateType, UUID aggregateId) {
        sql.change("""
                insert into replica (aggregate_type, aggregate_id, origin_epoch, version, sender, position, doubted)
                values (?, ?, 0, 0, ?, 0, true)
                on conflict (aggregate_id, aggregate_type) do update set doubted = true
                """, aggregateType, aggregateId, sender);
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
