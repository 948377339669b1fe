package vn.congdoan.vks.welfare.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.Upsert;
import vn.congdoan.vks.welfare.ledger.ReplicaBooks;

/// Keeps the moves of other nodes' funds.
@ApplicationScoped
class FundMoveReplica implements Replica {

    private static final String KEEP = Upsert.into("fund_move", "move_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .uuid("from_fund_id", "fromFundId")
            .uuid("to_unit_id", "toUnitId")
            .uuid("to_fund_id", "toFundId")
            .date("moved_on", "movedOn")
            .set("decision_number", "state->'decision'->>'number'")
            .set("decision_date", "(state->'decision'->>'date')::date")
            .set("decision_signer", "state->'decision'->>'signer'")
            .set("cash", "(state->'moved'->>'cash')::bigint")
            .set("bank", "(state->'moved'->>'bank')::bigint")
            .set("owed", "(state->'moved'->>'owed')::bigint")
            .set("to_cash_before", "(state->'before'->>'cash')::bigint")
            .set("to_bank_before", "(state->'before'->>'bank')::bigint")
            .set("to_owed_before", "(state->'before'->>'owed')::bigint")
            .uuid("from_transfer_id", "fromTransferId")
            .uuid("to_transfer_id", "toTransferId")
            .recordedAt()
            .createdAsNothing()
            .statementOfOnce();

    private final Sql sql;
    private final FundMoves moves;
    private final ReplicaBooks books;

    FundMoveReplica(Sql sql, FundMoves moves, ReplicaBooks books) {
        this.sql = sql;
        this.moves = moves;
        this.books = books;
    }

    @Override
    public AggregateType type() {
        return FundMoveState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId").record("fund", "fromFundId");
    }

    @Override
    public void apply(String taken) {
        books.applying(() -> sql.change(KEEP, taken));
    }

    @Override
    public void withdraw(UUID[] ids) {
        books.applying(() -> sql.one("select forget_fund_moves(?)", row -> true, (Object) ids));
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, moves::among, each -> each.id().value(), FundMove::state);
    }
}
