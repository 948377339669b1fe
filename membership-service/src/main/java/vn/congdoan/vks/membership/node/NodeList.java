package vn.congdoan.vks.membership.node;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.VisibleUnits;
import vn.congdoan.vks.platform.sql.Sql;

/// Lists the provincial nodes in the order of their names.
@ApplicationScoped
class NodeList {

    private static final String PAGE = """
            select node_id, name, union_id, status, suspension_reason, activated_at, recorded_at
            from node
            where union_id = any (?) and name > ?
            order by name limit ?
            """;

    private final Sql sql;

    NodeList(Sql sql) {
        this.sql = sql;
    }

    /// @param after the last name on the page before; empty for the first page
    List<NodeView> page(VisibleUnits units, String after, int rows) {
        return sql.list(PAGE, NodeList::read, units.all(), after, rows);
    }

    private static NodeView read(ResultSet row) throws SQLException {
        return new NodeView(
                new NodeId(row.getObject("node_id", UUID.class)),
                row.getString("name"),
                new UnitId(row.getObject("union_id", UUID.class)),
                NodeStatus.valueOf(row.getString("status")),
                row.getString("suspension_reason"),
                instant(row.getObject("activated_at", OffsetDateTime.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
