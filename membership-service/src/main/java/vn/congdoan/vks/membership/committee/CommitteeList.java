package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Finds committees in the order in which they were written down.
@ApplicationScoped
class CommitteeList {

    /// Each with its unit as it is named on a day, or nearest to it.
    private static final String COMMITTEES = """
            select committee.*, unit.unit_code, unit.unit_name, unit.unit_kind
            from committee
            cross join lateral (
                select version.code as unit_code, version.name as unit_name, version.kind as unit_kind
                from unit_version version where version.unit_id = committee.unit_id
                order by version.valid @> ?::date desc, version.valid_from desc limit 1) unit
            where committee.unit_id = any (?)
            """;

    private final Sql sql;

    CommitteeList(Sql sql) {
        this.sql = sql;
    }

    /// What to look for; null means any.
    ///
    /// @param asOf a day of the committee; of a draft, a day of its term
    /// @param endsBy a day on which a recognised committee that lasts beyond today is over
    record Filter(
            @Nullable CommitteeKind kind,
            @Nullable CommitteeStatus status,
            @Nullable LocalDate asOf,
            @Nullable LocalDate endsBy) {}

    List<CommitteeSummary> page(UUID[] units, Filter filter, LocalDate today, @Nullable UUID after, int rows) {
        StringBuilder statement = new StringBuilder(COMMITTEES);
        List<Object> values = new ArrayList<>(List.of(today, units));
        if (filter.kind() != null) {
            and(statement, values, "kind = ?", filter.kind().name());
        }
        if (filter.status() != null) {
            and(statement, values, "status = ?", filter.status().name());
        }
        if (filter.asOf() != null) {
            and(statement, values, "valid @> ?::date", filter.asOf());
        }
        if (filter.endsBy() != null) {
            and(
                    statement,
                    values,
                    "status = 'RECOGNIZED' and upper(valid) > ? and upper(valid) <= ?",
                    today,
                    filter.endsBy());
        }
        if (after != null) {
            and(statement, values, "committee_id > ?", after);
        }
        statement.append(" order by committee_id limit ").append(rows);
        return sql.list(statement.toString(), CommitteeList::read, values.toArray());
    }

    private static void and(StringBuilder statement, List<Object> values, String condition, Object... more) {
        statement.append(" and ").append(condition);
        values.addAll(List.of(more));
    }

    private static CommitteeSummary read(ResultSet row) throws SQLException {
        return new CommitteeSummary(
                new CommitteeId(row.getObject("committee_id", UUID.class)),
                new UnitRef(
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        UnitKind.valueOf(row.getString("unit_kind"))),
                CommitteeKind.valueOf(row.getString("kind")),
                CommitteeStatus.valueOf(row.getString("status")),
                row.getString("term"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }
}
