package vn.congdoan.vks.membership.transfer;

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

/// Keeps the answers that other nodes give to transfers.
@ApplicationScoped
class TransferAnswerReplica implements Replica {

    private static final String UPSERT = Upsert.into("transfer_answer", "transfer_id")
            .uuid("owner_union_id", "ownerUnionId")
            .text("decision", "decision")
            .uuid("unit_id", "unitId")
            .date("effective_date", "effectiveDate")
            .text("decision_number", "decisionNumber")
            .date("decision_date", "decisionDate")
            .text("to_node", "toNode")
            .uuid("node_key_id", "keyId")
            .text("sealed", "sealed")
            .instant("taken_at", "takenAt")
            .recordedAt()
            .createdAsNothing()
            .statement();

    /// Only the union that was asked answers.
    private static final String IS_ASKED = """
            coalesce((select transfer.target_union_id = taken.owner from transfer where transfer_id = taken.id), true)
            """;

    private final TransferAnswers answers;
    private final Sql sql;

    TransferAnswerReplica(TransferAnswers answers, Sql sql) {
        this.answers = answers;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return TransferAnswerState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId").where(IS_ASKED);
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from transfer_answer where transfer_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, answers::published, TransferAnswerState::id, each -> each);
    }
}
