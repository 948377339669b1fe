package vn.congdoan.vks.welfare.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/// Lists funds: those open on a day first, then the others, each in the order of their creation.
@ApplicationScoped
class FundList {

    private static final String OPEN = "(opensOn <= :day and (closesOn is null or closesOn >= :day))";

    private final EntityManager entities;

    FundList(EntityManager entities) {
        this.entities = entities;
    }

    /// Where the page before ended. The day stays that of the first page, so that a fund which closes meanwhile is
    /// neither shown twice nor left out.
    record After(LocalDate day, boolean open, Instant recordedAt, UUID id) {}

    List<Fund> page(UUID[] units, @Nullable FundKind kind, LocalDate day, @Nullable After after, int rows) {
        StringBuilder query = new StringBuilder("from Fund where unitId.value in :units");
        query.append(kind == null ? "" : " and kind = :kind");
        if (after != null) {
            String later = "(recordedAt > :at or (recordedAt = :at and id.value > :id))";
            query.append(
                    after.open()
                            ? " and (not %s or %s)".formatted(OPEN, later)
                            : " and not %s and %s".formatted(OPEN, later));
        }
        query.append(" order by case when %s then 0 else 1 end, recordedAt, id.value".formatted(OPEN));
        SelectionQuery<Fund> selection = entities.unwrap(Session.class)
                .createSelectionQuery(query.toString(), Fund.class)
                .setParameterList("units", units)
                .setParameter("day", after == null ? day : after.day())
                .setMaxResults(rows);
        if (kind != null) {
            selection.setParameter("kind", kind);
        }
        if (after != null) {
            selection.setParameter("at", after.recordedAt()).setParameter("id", after.id());
        }
        return selection.getResultList();
    }
}
