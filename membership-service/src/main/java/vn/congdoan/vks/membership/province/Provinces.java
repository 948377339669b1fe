package vn.congdoan.vks.membership.province;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// The provinces of the country through time: reference data that only migrations change.
@ApplicationScoped
public class Provinces {

    private static final String ON_A_DAY = """
            select code, name, valid_from, valid_to, merged_into,
                array(select part.code from province part
                      where part.merged_into = shown.code and part.valid_to = shown.valid_from
                      order by part.code) as merged_from
            from province shown
            where valid @> ?::date
            """;

    private final Sql sql;
    private volatile @Nullable Set<String> codes;

    Provinces(Sql sql) {
        this.sql = sql;
    }

    /// Whether the code stands, or once stood, for a province.
    public boolean know(String code) {
        return codes().contains(code);
    }

    /// All codes that stand or stood for a province. They come with the software, so they are read once.
    public Set<String> codes() {
        Set<String> known = codes;
        if (known == null) {
            known = Set.copyOf(sql.list("select distinct code from province", row -> row.getString(1)));
            codes = known;
        }
        return known;
    }

    /// The provinces of a day in the order of their codes.
    ///
    /// @param code null means any
    /// @param after the code that the page before ended with
    List<ProvinceView> page(LocalDate day, @Nullable String code, @Nullable String after, int rows) {
        StringBuilder statement = new StringBuilder(ON_A_DAY);
        List<Object> values = new ArrayList<>(List.of(day));
        if (code != null) {
            statement.append(" and code = ?");
            values.add(code);
        }
        if (after != null) {
            statement.append(" and code > ?");
            values.add(after);
        }
        statement.append(" order by code limit ").append(rows);
        return sql.list(statement.toString(), Provinces::read, values.toArray());
    }

    private static ProvinceView read(ResultSet row) throws SQLException {
        return new ProvinceView(
                row.getString("code"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                List.of((String[]) row.getArray("merged_from").getArray()),
                row.getString("merged_into"));
    }
}
