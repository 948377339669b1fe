package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
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

    Homes(Sql sql) {
        this.sql = sql;
    }

    /// The homes of some unions.
    Map<UUID, String> of(Collection<UUID> unions) {
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
        List<UUID> unions =
                sql.list("select union_id from home where node = ?", row -> row.getObject(1, UUID.class), node);
        return unions.stream().collect(Collectors.toUnmodifiableSet());
    }

    /// From now on and until the transaction ends nobody begins to write records of a union. Whoever was at it has
    /// committed before, so what there is of them can be looked at.
    public void hold(UUID union) {
        sql.one("select pg_advisory_xact_lock(hashtext('home'), hashtext(?::text))", row -> true, union.toString());
    }

    /// From now on a node writes the records of a union, which has none yet. Whoever writes for it at this moment has
    /// committed before, or sees it.
    public void settle(UUID union, String node) {
        hold(union);
        sql.change("insert into home (union_id, node) values (?, ?) on conflict do nothing", union, node);
    }
}
