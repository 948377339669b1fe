package vn.congdoan.vks.platform.directory;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;

/// Keeps which account is which member's.
@ApplicationScoped
@IfBuildProperty(name = "vks.directory.replica", stringValue = "true", enableIfMissing = true)
class AccountReplica implements Subscription {

    private static final String VALUES = "state->'principal'->>'issuer', state->'principal'->>'subject'";

    private final States states;

    AccountReplica(States states) {
        this.states = states;
    }

    @Override
    public String topic() {
        return "vks.membership.account";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public void take(List<Event> events) {
        states.newer("directory_account", "member_id", "issuer, subject", VALUES, states.json(events));
    }

    @Override
    public void forget(List<Gone> gone) {
        states.forget("directory_account", "member_id", gone);
    }
}
