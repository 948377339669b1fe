package vn.congdoan.vks.membership.externalbody;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Finds external bodies in the Vietnamese order of their names.
@ApplicationScoped
class ExternalBodyList {

    private static final String ON_A_DAY = """
            select external_body_id, kind, name, province_code, valid_from, valid_to
            from external_body
            where valid @> ?::date
            """;

    private final Sql sql;

    ExternalBodyList(Sql sql) {
        this.sql = sql;
    }

    /// What to look for; null means any.
    record Filter(@Nullable ExternalBodyKind kind, @Nullable String text) {}

    /// Where the page before ended.
    record After(String name, UUID id) {}

    List<ExternalBodyView> page(Filter filter, LocalDate day, @Nullable After after, int rows) {
        StringBuilder statement = new StringBuilder(ON_A_DAY);
        List<Object> values = new ArrayList<>(List.of(day));
        if (filter.kind() != null) {
            statement.append(" and kind = ?");
            values.add(filter.kind().name());
        }
        if (filter.text() != null) {
            statement.append(" and searchable like ?");
            values.add(VietnameseText.containing(filter.text()));
        }
        if (after != null) {
            statement.append(" and (name, external_body_id) > (?, ?)");
            values.addAll(List.of(after.name(), after.id()));
        }
        statement.append(" order by name, external_body_id limit ").append(rows);
        return sql.list(statement.toString(), ExternalBodyList::read, values.toArray());
    }

    private static ExternalBodyView read(ResultSet row) throws SQLException {
        return new ExternalBodyView(
                new ExternalBodyId(row.getObject("external_body_id", UUID.class)),
                ExternalBodyKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("province_code"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
