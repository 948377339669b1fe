package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// The provincial nodes as far as they are known here: in membership-service the record itself, elsewhere a replica.
@ApplicationScoped
public class KnownNodes {

    private static final String SELECT = "select node_id, version, name, union_id, status from directory_node ";

    private final Sql sql;

    KnownNodes(Sql sql) {
        this.sql = sql;
    }

    /// The nodes of some unions; none of those whose records central's writes.
    public List<KnownNode> ofUnions(Set<UnitId> unions) {
        UUID[] ids = unions.stream().map(UnitId::value).toArray(UUID[]::new);
        return sql.list(SELECT + "where union_id = any (?)", KnownNodes::read, (Object) ids);
    }

    /// The node of a name.
    public Optional<KnownNode> named(String name) {
        return sql.one(SELECT + "where name = ?", KnownNodes::read, name);
    }

    private static KnownNode read(ResultSet row) throws SQLException {
        return new KnownNode(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                new UnitId(row.getObject(4, UUID.class)),
                row.getString(5));
    }
}
