package vn.congdoan.vks.membership.statistics;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Some cells of a unit change on a day by so much.
record Fact(UUID unit, int day, List<Short> cells, int delta) {

    /// From the columns `unit_id`, `day`, `cells` and `delta`.
    static Fact read(ResultSet row) throws SQLException {
        Array cells = row.getArray("cells");
        return new Fact(
                row.getObject("unit_id", UUID.class),
                Day.of(row.getObject("day", LocalDate.class)),
                List.of((Short[]) cells.getArray()),
                row.getInt("delta"));
    }
}
