package vn.congdoan.vks.platform.directory;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;

/// Keeps the members as far as they are published: name, place, status and what statistics need.
@ApplicationScoped
@IfBuildProperty(name = "vks.directory.replica", stringValue = "true", enableIfMissing = true)
class MemberReplica implements Subscription {

    private static final String COLUMNS = "owner_union_id, unit_id, full_name, status, state";
    private static final String VALUES = """
            (state->>'ownerUnionId')::uuid, (state->>'unitId')::uuid, state->>'fullName', state->>'status', state
            """;

    private final States states;

    MemberReplica(States states) {
        this.states = states;
    }

    @Override
    public String topic() {
        return "vks.membership.member";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public void take(List<Event> events) {
        states.newer("directory_member", "member_id", COLUMNS, VALUES, states.json(events));
    }

    @Override
    public void forget(List<Gone> gone) {
        states.forget("directory_member", "member_id", gone);
    }
}
