package vn.congdoan.vks.platform.directory;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;
import vn.congdoan.vks.platform.sync.Homes;

/// Keeps the provincial nodes, and by them which unions' records are written there: from the first time that a node was
/// active, also while it is suspended.
@ApplicationScoped
@IfBuildProperty(name = "vks.directory.replica", stringValue = "true", enableIfMissing = true)
class NodeReplica implements Subscription {

    private static final String COLUMNS = "name, union_id, status, inherited, writes";
    private static final String VALUES = """
            state->>'name', (state->>'unionId')::uuid, state->>'status',
            array(select jsonb_array_elements_text(state->'inherited'))::uuid[], state->>'activatedAt' is not null
            """;

    /// In one order, as whoever writes for several unions takes them.
    private static final String TOLD = """
            select name, union_id, inherited, status, writes from directory_node where node_id = any (?)
            order by union_id
            """;

    private final Sql sql;
    private final States states;
    private final Homes homes;

    NodeReplica(Sql sql, States states, Homes homes) {
        this.sql = sql;
        this.states = states;
        this.homes = homes;
    }

    @Override
    public String topic() {
        return "vks.membership.node";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public void take(List<Event> events) {
        Object newer = states.newer("directory_node", "node_id", COLUMNS, VALUES, states.json(events));
        sql.list(TOLD, Homes.Told::read, newer).forEach(homes::follow);
    }

    /// Who writes the records is not taken back with it.
    @Override
    public void forget(List<Gone> gone) {
        states.forget("directory_node", "node_id", gone);
    }
}
