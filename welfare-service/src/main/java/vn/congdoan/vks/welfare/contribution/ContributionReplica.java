package vn.congdoan.vks.welfare.contribution;

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

/// Keeps the contributions to other nodes' funds. The names of donors outside the union stay at home. A
/// contribution never changes, so one that is here already stays as it is.
@ApplicationScoped
class ContributionReplica implements Replica {

    private static final String KEEP = """
            insert into contribution (contribution_id, version, owner_union_id, unit_id, fund_id, given_on, transfer_id,
                amount, method, donor_kind, donor_member_id, donor_unit_id, plan_id, drive_id, goods, created_as,
                recorded_at)
            select id, version, owner, told."unitId", told."fundId", told.date, told."transferId", told.amount,
                told.method, told.donor->>'kind', (told.donor->>'memberId')::uuid, (told.donor->>'unitId')::uuid,
                told."planId", told."driveId", told.goods, '', coalesce(told."recordedAt", recorded)
            from %s
            cross join jsonb_to_record(state) as told("unitId" uuid, "fundId" uuid, date date, "transferId" uuid,
                amount bigint, method text, donor jsonb, "planId" uuid, "driveId" uuid, goods jsonb,
                "recordedAt" timestamptz)
            on conflict (contribution_id) do nothing
            """.formatted(TAKEN);

    private final Sql sql;
    private final Contributions contributions;
    private final ReplicaBooks books;

    ContributionReplica(Sql sql, Contributions contributions, ReplicaBooks books) {
        this.sql = sql;
        this.contributions = contributions;
        this.books = books;
    }

    @Override
    public AggregateType type() {
        return ContributionState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id")
                .union("ownerUnionId")
                .unit("unitId")
                .record("fund", "fundId")
                .record("transfer", "transferId")
                .record("contribution-plan", "planId")
                .record("drive", "driveId");
    }

    @Override
    public void apply(String taken) {
        books.applying(() -> sql.change(KEEP, taken));
    }

    @Override
    public void withdraw(UUID[] ids) {
        books.applying(() -> sql.one("select forget_contributions(?)", row -> true, (Object) ids));
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return contributions.among(ids).stream()
                .collect(Collectors.toMap(each -> each.id().value(), Contribution::state));
    }
}
