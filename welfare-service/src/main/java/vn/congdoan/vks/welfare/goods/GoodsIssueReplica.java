package vn.congdoan.vks.welfare.goods;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.welfare.ledger.ReplicaBooks;

/// Keeps what was given out of other nodes' funds. For whom it was stays at home. It never changes, so one that is here
/// already stays as it is.
@ApplicationScoped
class GoodsIssueReplica implements Replica {

    private static final String KEEP = """
            insert into goods_issue (issue_id, version, owner_union_id, unit_id, fund_id, kind, purpose, issued_on, value,
                transfer_id, decision_number, decision_date, decision_signer, items, created_as, recorded_at)
            select id, version, owner, told."unitId", told."fundId", told.kind, told.purpose, told.date, told.value,
                told."transferId", told.decision->>'number', (told.decision->>'date')::date, told.decision->>'signer',
                told.items, '', told."recordedAt"
            from %s
            cross join jsonb_to_record(state) as told("unitId" uuid, "fundId" uuid, kind text, purpose text, date date,
                value bigint, "transferId" uuid, decision jsonb, items jsonb, "recordedAt" timestamptz)
            on conflict (issue_id) do nothing
            """.formatted(TAKEN);

    private final Sql sql;
    private final GoodsIssues issues;
    private final ReplicaBooks books;

    GoodsIssueReplica(Sql sql, GoodsIssues issues, ReplicaBooks books) {
        this.sql = sql;
        this.issues = issues;
        this.books = books;
    }

    @Override
    public AggregateType type() {
        return GoodsIssueState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id")
                .union("ownerUnionId")
                .unit("unitId")
                .record("fund", "fundId")
                .record("transfer", "transferId");
    }

    @Override
    public void apply(String taken) {
        books.applying(() -> sql.change(KEEP, taken));
    }

    @Override
    public void withdraw(UUID[] ids) {
        books.applying(() -> sql.one("select forget_goods_issues(?)", row -> true, (Object) ids));
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return issues.among(ids).stream()
                .collect(Collectors.toMap(each -> each.id().value(), GoodsIssue::state));
    }
}
