package vn.congdoan.vks.welfare.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.welfare.ledger.ReplicaBooks;

/// Keeps the funds of other nodes. They come with empty books, and go with everything that was given and booked.
@ApplicationScoped
class FundReplica implements Replica {

    private static final String NAMES = "select id, state->>'name' from " + TAKEN;

    private static final String KEEP = """
            insert into fund as kept (fund_id, version, owner_union_id, unit_id, kind, name, name_key, legal_basis,
                pass_through, purposes, opens_on, closes_on, takes_outside_donors, created_as, recorded_at,
                moved_to)
            select id, version, owner, told."unitId", told.kind, told.name, derived.name_key, told."legalBasis",
                told."passThrough", told.purposes, told."opensOn", told."closesOn", told."takesOutsideDonors", '',
                coalesce(told."recordedAt", recorded), told."movedTo"
            from %s
            cross join jsonb_to_record(state) as told("unitId" uuid, kind text, name text, "legalBasis" text,
                "passThrough" boolean, purposes text[], "opensOn" date, "closesOn" date,
                "takesOutsideDonors" boolean, "recordedAt" timestamptz, "movedTo" uuid)
            join unnest(?::uuid[], ?::text[]) as derived(id, name_key) using (id)
            on conflict (fund_id) do update set
                version = excluded.version, unit_id = excluded.unit_id, kind = excluded.kind, name = excluded.name,
                name_key = excluded.name_key, legal_basis = excluded.legal_basis,
                pass_through = excluded.pass_through, purposes = excluded.purposes, opens_on = excluded.opens_on,
                closes_on = excluded.closes_on, takes_outside_donors = excluded.takes_outside_donors,
                moved_to = excluded.moved_to, recorded_at = least(kept.recorded_at, excluded.recorded_at)
            """.formatted(TAKEN);

    private final Sql sql;
    private final Funds funds;
    private final ReplicaBooks books;

    FundReplica(Sql sql, Funds funds, ReplicaBooks books) {
        this.sql = sql;
        this.funds = funds;
        this.books = books;
    }

    private record Derived(UUID id, String nameKey) {}

    @Override
    public AggregateType type() {
        return FundState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId");
    }

    @Override
    public void apply(String taken) {
        List<Derived> derived = sql.list(
                NAMES, row -> new Derived(row.getObject(1, UUID.class), NewFund.nameKey(row.getString(2))), taken);
        sql.change(
                KEEP,
                taken,
                derived.stream().map(Derived::id).toArray(UUID[]::new),
                derived.stream().map(Derived::nameKey).toArray(String[]::new));
        books.open(taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        books.applying(() -> books.close(ids));
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return funds.among(ids).stream()
                .collect(Collectors.toMap(each -> each.id().value(), Fund::state));
    }
}
