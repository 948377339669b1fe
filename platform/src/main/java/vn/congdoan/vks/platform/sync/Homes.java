package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.sql.Sql;

/// Which node writes the records of a union.
@ApplicationScoped
public class Homes {

    private final Sql sql;
    private final ThisNode here;

    Homes(Sql sql, ThisNode here) {
        this.sql = sql;
        this.here = here;
    }

    /// What is told of a provincial node that has to do with homes.
    ///
    /// @param union whose node it is
    /// @param inherited the ended unions whose records go along
    /// @param moving the records are being handed over to it
    /// @param writes it writes them
    public record Told(String node, UUID union, Set<UUID> inherited, boolean moving, boolean writes) {

        public Told {
            inherited = Set.copyOf(inherited);
        }

        /// From a row of the node's name, its union, the inherited ones, its status, and whether it writes.
        public static Told read(ResultSet row) throws SQLException {
            return new Told(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    Set.of((UUID[]) row.getArray(3).getArray()),
                    row.getString(4).equals("MOVING"),
                    row.getBoolean(5));
        }

        public UUID[] unions() {
            Set<UUID> all = new HashSet<>(inherited);
            all.add(union);
            return all.toArray(UUID[]::new);
        }
    }

    /// The homes of some unions.
    public Map<UUID, String> of(Collection<UUID> unions) {
        Map<UUID, String> homes = new HashMap<>();
        unions.forEach(union -> homes.put(union, ThisNode.CENTRAL));
        sql.list(
                        "select union_id, node from home where union_id = any (?)",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        (Object) Set.copyOf(unions).toArray(UUID[]::new))
                .forEach(home -> homes.put(home.getKey(), home.getValue()));
        return homes;
    }

    /// The unions whose records a node writes.
    Set<UUID> at(String node) {
        return unions("select union_id from home where node = ?", node);
    }

    /// The unions whose records are being handed over to a node.
    public Set<UUID> movingTo(String node) {
        return unions("select union_id from home where moving_to = ?", node);
    }

    private Set<UUID> unions(String statement, String node) {
        List<UUID> unions = sql.list(statement, row -> row.getObject(1, UUID.class), node);
        return unions.stream().collect(Collectors.toUnmodifiableSet());
    }

    /// From now on and until the transaction ends nobody begins to write records of a union. Whoever was at it has
    /// committed before, so what there is of them can be looked at.
    public void hold(UUID union) {
        sql.one("select pg_advisory_xact_lock(hashtext('home'), hashtext(?::text))", row -> true, union.toString());
    }

    /// Follows what is told of a node. Whoever writes for its unions at this moment has committed before, or sees it.
    public void follow(Told told) {
        if (told.writes()) {
            sql.one("select settle_homes(?, ?)", row -> true, told.unions(), told.node());
        } else if (here.isCentral() && told.moving()) {
            sql.one(
                    "select move_homes(?, ?, ?)",
                    row -> true,
                    told.union(),
                    told.inherited().toArray(UUID[]::new),
                    told.node());
        } else if (here.isCentral()) {
            sql.one("select keep_homes(?)", row -> true, told.node());
        }
    }
}
