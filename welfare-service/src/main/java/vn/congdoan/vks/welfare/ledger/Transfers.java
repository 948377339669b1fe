package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// All transfers in the books of all funds.
@ApplicationScoped
public class Transfers {

    private static final String FIND = """
            select transfer_id, fund_id, value_date, kind, purpose, text, booked_at, money_in, money_out, created_as,
                case when money_in = 0 or money_out = 0 then (
                    select account.kind from posting join account using (account_id)
                    where posting.transfer_id = transfer.transfer_id and account.kind in ('CASH', 'BANK')) end
            from transfer where transfer_id = ?
            """;

    private final Sql sql;

    Transfers(Sql sql) {
        this.sql = sql;
    }

    /// A transfer, in the books of whichever fund.
    public Optional<BookedTransfer> find(TransferId id) {
        return sql.one(FIND, Transfers::read, id.value());
    }

    private static BookedTransfer read(ResultSet row) throws SQLException {
        String purpose = row.getString(5);
        String method = row.getString(11);
        return new BookedTransfer(
                new TransferId(row.getObject(1, UUID.class)),
                new FundId(row.getObject(2, UUID.class)),
                row.getObject(3, LocalDate.class),
                TransferKind.valueOf(row.getString(4)),
                purpose == null ? null : SupportKind.valueOf(purpose),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getLong(8),
                row.getLong(9),
                method == null ? null : PaymentMethod.valueOf(method),
                row.getString(10));
    }
}
