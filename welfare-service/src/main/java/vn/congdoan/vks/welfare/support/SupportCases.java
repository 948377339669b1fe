package vn.congdoan.vks.welfare.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// All support cases, of all unions.
@ApplicationScoped
class SupportCases implements PanacheRepositoryBase<SupportCase, SupportCaseId> {

    private static final String DECIDED_FROM = """
            select exists (
                select from support_case
                where unit_id = any (?) and kind = ? and requested_on >= ? and decided_at is not null)
            or exists (
                select from care_commitment
                where unit_id = any (?) and kind = ? and written_on >= ? and decided_at is not null)
            or exists (
                select from proposal_answer answer join proposal_grant using (answer_id)
                join proposal_line line using (line_id) join proposal on proposal.proposal_id = answer.proposal_id
                where superior_unit_id = answer.unit_id and superior_unit_id = any (?) and line.kind = ?
                    and proposed_on >= ? and outcome = 'DECIDED')
            """;

    private final Sql sql;

    SupportCases(Sql sql) {
        this.sql = sql;
    }

    /// Which cases a list shows; what is null does not matter.
    record Filter(
            @Nullable SupportStatus status,
            @Nullable SupportKind kind,
            @Nullable UUID member) {}

    /// Of which unit and fund a case is, as it is at the moment.
    record Paying(UnitId unit, @Nullable FundId fund, SupportStatus status) {

        static Paying read(ResultSet row) throws SQLException {
            UUID fund = row.getObject(2, UUID.class);
            return new Paying(
                    new UnitId(row.getObject(1, UUID.class)),
                    fund == null ? null : new FundId(fund),
                    SupportStatus.valueOf(row.getString(3)));
        }
    }

    /// Empty if there is no such case.
    Optional<Paying> paying(SupportCaseId id) {
        return sql.one("select unit_id, fund_id, status from support_case where case_id = ?", Paying::read, id.value());
    }

    /// The case, or 404.
    SupportCase require(SupportCaseId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<SupportCase> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Whether a request of the day or a later one was approved or refused already.
    boolean areDecidedFrom(Set<UnitId> units, SupportKind kind, LocalDate day) {
        UUID[] of = units.stream().map(UnitId::value).toArray(UUID[]::new);
        String what = kind.name();
        return sql.one(DECIDED_FROM, row -> row.getBoolean(1), of, what, day, of, what, day, of, what, day)
                .orElseThrow();
    }

    /// Cases of these units, the latest request first.
    List<SupportCase> page(UUID[] units, Filter filter, @Nullable PlaceInTime after, int rows) {
        List<String> conditions = new ArrayList<>(List.of("unitId.value in :units"));
        addIf(filter.status(), "status = :status", conditions);
        addIf(filter.kind(), "kind = :kind", conditions);
        addIf(filter.member(), "beneficiary.memberId.value = :member", conditions);
        addIf(after, "(requestedOn < :day or (requestedOn = :day and id.value < :last))", conditions);
        SelectionQuery<SupportCase> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from SupportCase where " + String.join(" and ", conditions)
                                + " order by requestedOn desc, id.value desc",
                        SupportCase.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        bindIf(filter.status(), "status", selection);
        bindIf(filter.kind(), "kind", selection);
        bindIf(filter.member(), "member", selection);
        if (after != null) {
            selection.setParameter("day", after.day()).setParameter("last", after.id());
        }
        return selection.getResultList();
    }

    private static void addIf(@Nullable Object value, String condition, List<String> conditions) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static void bindIf(@Nullable Object value, String name, SelectionQuery<SupportCase> selection) {
        if (value != null) {
            selection.setParameter(name, value);
        }
    }
}
