package vn.congdoan.vks.welfare.period;

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

/// Keeps the periods of other nodes, without the reasons why they were opened again.
@ApplicationScoped
class PeriodReplica implements Replica {

    private static final String KEEP = """
            insert into period as kept (period_id, version, owner_union_id, unit_id, first_day, last_day, state, closed_at,
                reopened_at, decision_number, decision_date, decision_signer, created_as)
            select id, version, owner, told."unitId", told."firstDay", told."lastDay", told.status, told."closedAt",
                told."reopenedAt", told.decision->>'number', (told.decision->>'date')::date, told.decision->>'signer', ''
            from %s
            cross join jsonb_to_record(state) as told("unitId" uuid, "firstDay" date, "lastDay" date, status text,
                "closedAt" timestamptz, "reopenedAt" timestamptz, decision jsonb)
            order by told.status desc
            on conflict (period_id) do update set version = excluded.version, state = excluded.state,
                reopened_at = excluded.reopened_at, decision_number = excluded.decision_number,
                decision_date = excluded.decision_date, decision_signer = excluded.decision_signer
            """.formatted(TAKEN);

    private static final String KEEP_FUNDS = """
            insert into period_fund (period_id, fund_id, cash, bank, links, hash)
            select id, fund."fundId", fund.cash, fund.bank, fund.links, decode(fund.hash, 'hex')
            from %s
            cross join jsonb_to_recordset(state->'funds') as fund("fundId" uuid, cash bigint, bank bigint, links bigint,
                hash text)
            on conflict do nothing
            """.formatted(TAKEN);

    private final Sql sql;
    private final Periods periods;
    private final ClosedFunds closed;
    private final ReplicaBooks books;

    PeriodReplica(Sql sql, Periods periods, ClosedFunds closed, ReplicaBooks books) {
        this.sql = sql;
        this.periods = periods;
        this.closed = closed;
        this.books = books;
    }

    @Override
    public AggregateType type() {
        return PeriodState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId");
    }

    @Override
    public void apply(String taken) {
        books.applying(() -> {
            sql.change(KEEP, taken);
            sql.change(KEEP_FUNDS, taken);
        });
    }

    @Override
    public void withdraw(UUID[] ids) {
        books.applying(() -> sql.one("select forget_periods(?)", row -> true, (Object) ids));
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        List<Period> found = periods.among(ids);
        Map<PeriodId, List<ClosedFund>> funds =
                closed.of(found.stream().map(Period::id).toList());
        return found.stream()
                .collect(Collectors.toMap(
                        each -> each.id().value(), each -> each.state(funds.getOrDefault(each.id(), List.of()))));
    }
}
