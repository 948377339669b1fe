package vn.congdoan.vks.membership.closing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All records of documents handed over.
@ApplicationScoped
class DocumentHandovers implements PanacheRepositoryBase<DocumentHandover, DocumentHandoverId> {

    private final Sql sql;

    DocumentHandovers(Sql sql) {
        this.sql = sql;
    }

    /// The record, or 404.
    DocumentHandover require(DocumentHandoverId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// The union that a unit is in, or was in last.
    Optional<UnitId> unionOf(UnitId unit) {
        return sql.one(
                        "select id from union_of(?) as id where id is not null",
                        row -> row.getObject(1, UUID.class),
                        unit.value())
                .map(UnitId::new);
    }
}
