package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;

/// Who is at the other end: at the central node the province whose account calls; at a province's node the central one,
/// to which the own gateway holds the link.
@ApplicationScoped
public class Peers {

    private final KnownNodes nodes;
    private final Homes homes;
    private final ThisNode here;
    private final Caller caller;
    private final JsonWebToken token;
    private final String service;
    private final String link;

    Peers(
            KnownNodes nodes,
            Homes homes,
            ThisNode here,
            Caller caller,
            JsonWebToken token,
            @ConfigProperty(name = "vks.service") String service,
            @ConfigProperty(name = "vks.sync.link-client") String link) {
        this.nodes = nodes;
        this.homes = homes;
        this.here = here;
        this.caller = caller;
        this.token = token;
        this.service = service;
        this.link = link;
    }

    /// The province's node that calls, for a path below `/sync/{service}`.
    public Feeding.Reader province(String named, boolean recovers) {
        if (!named.equals(service) || !here.isCentral()) {
            throw new NotFound();
        }
        // Also after its union has ended: there is still something to tell it, and to hear from it.
        Set<UnitId> unions = caller.heldAt(Permission.SYNCHRONIZE);
        if (unions.isEmpty()) {
            throw new Forbidden();
        }
        List<KnownNode> known = nodes.ofUnions(unions);
        if (known.size() != 1) {
            throw new Forbidden("unknown-node");
        }
        KnownNode node = known.getFirst();
        if (node.isSuspended()) {
            throw new Forbidden("node-suspended");
        }
        Set<UUID> concerned = new HashSet<>(homes.at(node.name()));
        concerned.addAll(homes.movingTo(node.name()));
        concerned.add(node.unionId().value());
        return new Feeding.Reader(node.name(), concerned, recovers);
    }

    /// Whether the own gateway calls, which holds the link to the central node.
    public boolean holdsTheLink() {
        return !here.isCentral() && link.equals(token.getClaim("azp"));
    }

    /// The central node, on whose behalf the own gateway calls.
    Feeding.Reader central() {
        return new Feeding.Reader(ThisNode.CENTRAL, homes.at(here.id()), false);
    }
}
