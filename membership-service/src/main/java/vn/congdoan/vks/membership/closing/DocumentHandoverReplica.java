package vn.congdoan.vks.membership.closing;

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

/// Keeps what documents were handed over at other nodes: without who signed.
@ApplicationScoped
class DocumentHandoverReplica implements Replica {

    private static final String UPSERT = Upsert.into("document_handover", "handover_id")
            .uuid("owner_union_id", "ownerUnionId")
            .set("unit_ids", "array(select jsonb_array_elements_text(state->'unitIds')::uuid)")
            .uuid("to_unit_id", "toUnitId")
            .date("handed_over_on", "handedOverOn")
            .set(
                    "titles",
                    "array(select line->>'title' from jsonb_array_elements(state->'documents') with ordinality as"
                            + " lines(line, place) order by place)")
            .set(
                    "quantities",
                    "array(select (line->>'quantity')::int from jsonb_array_elements(state->'documents') with ordinality"
                            + " as lines(line, place) order by place)")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final DocumentHandovers handovers;
    private final Sql sql;

    DocumentHandoverReplica(DocumentHandovers handovers, Sql sql) {
        this.handovers = handovers;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return DocumentHandoverState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").units("unitIds");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from document_handover where handover_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> handovers.list("id.value in ?1", some),
                each -> each.id().value(),
                DocumentHandover::published);
    }
}
