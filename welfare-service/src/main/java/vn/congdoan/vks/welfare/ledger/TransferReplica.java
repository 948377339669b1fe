package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;

/// Keeps the transfers in the books of other nodes' funds: what moved, and neither its text nor who booked it.
/// One that is here already stays as it is. The database proves them like our own, all of a batch together, and
/// its balances follow. They go only with all others of their fund, because what is left would be no books.
@ApplicationScoped
class TransferReplica implements Replica {

    private static final String KEEP = """
            with told as (
                select id, state.*, recorded
                from %s
                cross join jsonb_to_record(taken.state) as state("fundId" uuid, date date, "bookedAt" timestamptz,
                    kind text, purpose text, reverses uuid, fulfils uuid, postings jsonb)
            ), head as (
                insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, reverses, fulfils,
                    money_in, money_out, kept_since)
                select id, "fundId", date, coalesce("bookedAt", recorded), kind, purpose, reverses, fulfils,
                    money_in, money_out, now()
                from told cross join lateral (
                    select coalesce(sum(amount) filter (where amount > 0), 0) as money_in,
                        coalesce(-sum(amount) filter (where amount < 0), 0) as money_out
                    from jsonb_to_recordset(postings) as side(account text, amount bigint)
                    where account in ('CASH', 'BANK')
                ) moved
                on conflict (transfer_id) do nothing
                returning transfer_id, fund_id
            )
            insert into posting (transfer_id, line, account_id, amount)
            select head.transfer_id, side.line, account.account_id, side.amount
            from head join told on told.id = head.transfer_id
            cross join rows from (jsonb_to_recordset(told.postings) as (account text, code text, amount bigint))
                with ordinality as side(account, code, amount, line)
            join account on account.fund_id = head.fund_id and account.name = side.account || coalesce('/' || side.code, '')
            """.formatted(TAKEN);

    private static final String HELD = """
            select transfer_id, transfer.fund_id, fund.owner_union_id, value_date, transfer.kind, purpose, booked_at,
                array_agg(account.name order by line), array_agg(amount order by line), transfer.reverses, transfer.fulfils
            from transfer join fund using (fund_id) join posting using (transfer_id) join account using (account_id)
            where transfer_id = any (?)
            group by transfer_id, fund.owner_union_id
            """;

    private final Sql sql;
    private final ReplicaBooks books;

    TransferReplica(Sql sql, ReplicaBooks books) {
        this.sql = sql;
        this.books = books;
    }

    @Override
    public AggregateType type() {
        return TransferState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").entryOf("fund", "fundId");
    }

    @Override
    public void apply(String taken) {
        books.applying(() -> sql.change(KEEP, taken));
    }

    @Override
    public void withdraw(UUID[] ids) {
        books.applying(() -> sql.one("select forget_transfers(?)", row -> true, (Object) ids));
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return sql.list(HELD, TransferReplica::state, (Object) ids.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(each -> each.id().value(), each -> each));
    }

    private static TransferState state(ResultSet row) throws SQLException {
        String purpose = row.getString(6);
        Transfer transfer = new Transfer(
                new TransferId(row.getObject(1, UUID.class)),
                row.getObject(4, LocalDate.class),
                TransferKind.valueOf(row.getString(5)),
                purpose == null ? null : SupportKind.valueOf(purpose),
                Transfers.idOrNull(row, 10),
                PromiseId.orNull(row.getObject(11, UUID.class)),
                null,
                row.getObject(7, OffsetDateTime.class).toInstant(),
                null,
                Transfers.postings(row, 8));
        return transfer.state(new FundId(row.getObject(2, UUID.class)), new UnitId(row.getObject(3, UUID.class)));
    }
}
