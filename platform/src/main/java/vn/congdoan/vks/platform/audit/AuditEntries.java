package vn.congdoan.vks.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.time.BusinessTime;

/// The audit trail as it is read: newest first.
@ApplicationScoped
class AuditEntries {

    private final EntityManager entities;

    AuditEntries(EntityManager entities) {
        this.entities = entities;
    }

    /// What to look for; null means any.
    ///
    /// @param subject the record that was changed or read
    /// @param actor the account that did it
    /// @param from the first day, in Vietnam
    /// @param to the day after the last, in Vietnam
    record Filter(
            @Nullable UUID subject,
            @Nullable String actor,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    List<AuditEntry> page(UUID[] units, Filter filter, @Nullable UUID before, int rows) {
        StringBuilder query = new StringBuilder("from AuditEntry where unitId.value in :units");
        query.append(filter.subject() == null ? "" : " and resourceId = :subject");
        query.append(filter.actor() == null ? "" : " and actor.subject = :actor");
        query.append(filter.from() == null ? "" : " and at >= :from");
        query.append(filter.to() == null ? "" : " and at < :to");
        query.append(before == null ? "" : " and id < :before");
        query.append(" order by id desc");
        var selection = entities.unwrap(Session.class)
                .createSelectionQuery(query.toString(), AuditEntry.class)
                .setParameterList("units", units);
        bind(selection, "subject", filter.subject());
        bind(selection, "actor", filter.actor());
        bind(selection, "from", startOf(filter.from()));
        bind(selection, "to", startOf(filter.to()));
        bind(selection, "before", before);
        return selection.setMaxResults(rows).getResultList();
    }

    private static void bind(SelectionQuery<AuditEntry> selection, String name, @Nullable Object value) {
        if (value != null) {
            selection.setParameter(name, value);
        }
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
