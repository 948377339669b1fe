package vn.congdoan.vks.platform.sync;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.congdoan.vks.platform.sql.Sql;

/// Which node of the union's system this is: the central one, or a province's.
@ApplicationScoped
public class ThisNode {

    /// The name of the node above all provinces, the home of every record that has no other.
    public static final String CENTRAL = "central";

    private static final int BEFORE_ALL_OTHERS = 1;

    private final Sql sql;
    private final String id;

    ThisNode(Sql sql, @ConfigProperty(name = "vks.node.id") String id) {
        this.sql = sql;
        this.id = id;
    }

    /// A database goes on under the name that it began with, or not at all: its log would be taken for another's.
    void start(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
        sql.change("insert into this_node (node) values (?) on conflict do nothing", id);
        String begun =
                sql.one("select node from this_node", row -> row.getString(1)).orElseThrow();
        if (!begun.equals(id)) {
            throw new IllegalStateException("This database is that of the node " + begun + ", not of " + id);
        }
    }

    public String id() {
        return id;
    }

    public boolean isCentral() {
        return id.equals(CENTRAL);
    }

    /// After a restore: until it has back what other nodes still have of it.
    boolean isRecovering() {
        return sql.one("select recovering from this_node", row -> row.getBoolean(1))
                .orElse(false);
    }

    /// How many changes of its own came back and could not be applied yet. Whoever wrote on without them would write
    /// versions that others have already.
    int stillSetAside() {
        return sql.one("""
                        select count(*)::int from quarantined_change
                        join home on home.union_id = (change->>'ownerUnion')::uuid join this_node using (node)
                        """, row -> row.getInt(1)).orElseThrow();
    }

    /// It has back what other nodes still had of it, and writes again.
    void hasRecovered() {
        sql.one("select end_recovery()", row -> true);
    }
}
