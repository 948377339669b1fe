package vn.congdoan.vks.membership.externalbody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.TakenState;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps the external bodies that the central union keeps for everybody.
@ApplicationScoped
class ExternalBodyReplica implements Replica {

    private static final String UPSERT = Upsert.into("external_body", "external_body_id")
            .join("join unnest(?, ?) as name (whose, searchable) on name.whose = taken.id")
            .text("kind", "kind")
            .text("name", "name")
            .set("searchable", "name.searchable")
            .text("province_code", "provinceCode")
            .date("valid_from", "validFrom")
            .date("valid_to", "validTo")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private final ExternalBodies bodies;
    private final Sql sql;

    ExternalBodyReplica(ExternalBodies bodies, Sql sql) {
        this.bodies = bodies;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return ExternalBodyState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.ofCentralAlone();
    }

    @Override
    public void apply(String taken) {
        List<TakenState> states = TakenState.of(taken);
        sql.change(
                UPSERT,
                taken,
                states.stream().map(TakenState::id).toArray(UUID[]::new),
                states.stream()
                        .map(each -> ExternalBody.searchable(
                                each.state().path("name").asText()))
                        .toArray(String[]::new));
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from external_body where external_body_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(
                ids,
                some -> bodies.list("id.value in ?1", some),
                each -> each.id().value(),
                ExternalBody::published);
    }
}
