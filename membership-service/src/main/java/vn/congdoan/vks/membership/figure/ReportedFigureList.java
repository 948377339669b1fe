package vn.congdoan.vks.membership.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Finds reported figures, the latest year first. Periods are in the order of their characters (collation C): `2022`,
/// `2022-03`, `2022-H1`, `2022-Q1`, `2022/2027`. So what lies from `2022` to before `2022/` lies in that year.
@ApplicationScoped
class ReportedFigureList {

    /// Each with its unit as it is named on a day, or nearest to it.
    private static final String FIGURES = """
            select figure.*, unit.unit_code, unit.unit_name, unit.unit_kind
            from reported_figure figure
            cross join lateral (
                select version.code as unit_code, version.name as unit_name, version.kind as unit_kind
                from unit_version version where version.unit_id = figure.unit_id
                order by version.valid @> ?::date desc, version.valid_from desc limit 1) unit
            where figure.unit_id = any (?)
            """;

    private final Sql sql;

    ReportedFigureList(Sql sql) {
        this.sql = sql;
    }

    /// What to look for; null means any.
    ///
    /// @param year all periods in it: itself, halves, quarters, months
    record Filter(
            @Nullable FigurePeriod period,
            @Nullable Integer year,
            @Nullable Indicator indicator,
            @Nullable FigureStatus status) {}

    /// Where the page before ended.
    record After(FigurePeriod period, UUID id) {}

    List<ReportedFigureView> page(UUID[] units, Filter filter, LocalDate today, @Nullable After after, int rows) {
        StringBuilder statement = new StringBuilder(FIGURES);
        List<Object> values = new ArrayList<>(List.of(today, units));
        if (filter.period() != null) {
            and(statement, values, "period = ?", filter.period().text());
        }
        if (filter.year() != null) {
            and(statement, values, "period >= ? and period < ?", filter.year().toString(), filter.year() + "/");
        }
        if (filter.indicator() != null) {
            and(statement, values, "indicator = ?", filter.indicator().name());
        }
        if (filter.status() != null) {
            and(statement, values, "status = ?", filter.status().name());
        }
        if (after != null) {
            and(
                    statement,
                    values,
                    "(period, reported_figure_id) < (?, ?)",
                    after.period().text(),
                    after.id());
        }
        statement
                .append(" order by period desc, reported_figure_id desc limit ")
                .append(rows);
        return sql.list(statement.toString(), ReportedFigureList::read, values.toArray());
    }

    private static void and(StringBuilder statement, List<Object> values, String condition, Object... more) {
        statement.append(" and ").append(condition);
        values.addAll(List.of(more));
    }

    private static ReportedFigureView read(ResultSet row) throws SQLException {
        Indicator indicator = Indicator.valueOf(row.getString("indicator"));
        return new ReportedFigureView(
                new ReportedFigureId(row.getObject("reported_figure_id", UUID.class)),
                new UnitRef(
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        UnitKind.valueOf(row.getString("unit_kind"))),
                new FigurePeriod(row.getString("period")),
                indicator,
                indicator.measure(),
                row.getString("detail"),
                Reported.plain(row.getBigDecimal("value")),
                Qualifier.valueOf(row.getString("qualifier")),
                row.getString("printed"),
                new FigureSource(
                        row.getString("source_number"),
                        row.getObject("source_date", LocalDate.class),
                        row.getString("source_title"),
                        row.getString("source_place")),
                row.getString("note"),
                FigureStatus.valueOf(row.getString("status")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
