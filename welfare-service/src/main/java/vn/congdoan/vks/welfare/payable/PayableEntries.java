package vn.congdoan.vks.welfare.payable;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Which entries of the books are steps of a payable.
@ApplicationScoped
class PayableEntries {

    private static final UUID NONE_BEFORE = new UUID(0, 0);

    private final Sql sql;
    private final Transfers transfers;

    PayableEntries(Sql sql, Transfers transfers) {
        this.sql = sql;
        this.transfers = transfers;
    }

    /// Before it is booked, in the same transaction.
    void add(PayableId payable, TransferId transfer) {
        sql.change(
                "insert into payable_transfer (transfer_id, payable_id) values (?, ?)",
                transfer.value(),
                payable.value());
    }

    boolean has(PayableId payable, TransferId transfer) {
        return sql.one(
                        "select exists (select from payable_transfer where transfer_id = ? and payable_id = ?)",
                        row -> row.getBoolean(1),
                        transfer.value(),
                        payable.value())
                .orElseThrow();
    }

    /// In the order in which they were booked.
    List<BookedTransfer> page(PayableId payable, @Nullable UUID after, int rows) {
        return transfers.inOrder(sql.list(
                """
                select transfer_id from payable_transfer where payable_id = ? and transfer_id > ?
                order by transfer_id limit ?
                """,
                row -> new TransferId(row.getObject(1, UUID.class)),
                payable.value(),
                after == null ? NONE_BEFORE : after,
                rows));
    }
}
