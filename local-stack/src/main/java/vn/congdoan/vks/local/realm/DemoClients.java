package vn.congdoan.vks.local.realm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The programs of the demo realm that log in for themselves, by client credentials.
public enum DemoClients {
    INTEGRATOR_DEMO("integrator-demo", "5eed0000-0000-4000-8000-000000000101"),
    NODE_QNG("node-qng", "5eed0000-0000-4000-8000-000000000102"),
    MEMBERSHIP_SERVICE("membership-service", "5eed0000-0000-4000-8000-000000000103"),
    CAMPAIGN_SERVICE("campaign-service", "5eed0000-0000-4000-8000-000000000104"),
    WELFARE_SERVICE("welfare-service", "5eed0000-0000-4000-8000-000000000105"),
    GATEWAY("gateway", "5eed0000-0000-4000-8000-000000000106");

    /// The own accounts of the services and of the gateway. Every installation has them, each with secrets of
    /// its own.
    static final List<DemoClients> SERVICES = List.of(MEMBERSHIP_SERVICE, CAMPAIGN_SERVICE, WELFARE_SERVICE, GATEWAY);

    private final String clientId;
    private final String subject;

    DemoClients(String clientId, String subject) {
        this.clientId = clientId;
        this.subject = subject;
    }

    /// The OAuth2 client id.
    public String clientId() {
        return clientId;
    }

    /// The `sub` of this client's tokens.
    public String subject() {
        return subject;
    }

    /// The client's secret: worthless outside the demo realm, and it says so.
    public String secret() {
        return secretOf(clientId);
    }

    /// The client as which a provincial node speaks with central; central may not have it yet.
    public static String ofNode(String node) {
        return "node-" + node;
    }

    /// The secret of a demo client, as any other that somebody adds should have it.
    public static String secretOf(String clientId) {
        return "demo-only-" + clientId;
    }

    /// The client with this id.
    public static Optional<DemoClients> named(String clientId) {
        return Arrays.stream(values())
                .filter(one -> one.clientId.equals(clientId))
                .findFirst();
    }
}
