package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;

/// Which nodes' synchronisation the caller may look at. At the central node each node is one that it speaks
/// with; at a province's node there is that node alone, and the one that it speaks with is the central one.
@ApplicationScoped
class Watching {

    private final KnownNodes nodes;
    private final ThisNode here;
    private final Caller caller;
    private final String service;

    Watching(KnownNodes nodes, ThisNode here, Caller caller, @ConfigProperty(name = "vks.service") String service) {
        this.nodes = nodes;
        this.here = here;
        this.caller = caller;
        this.service = service;
    }

    /// For a path below `/sync/{service}`: the provinces' nodes that the caller may look at here.
    List<KnownNode> nodes(String named) {
        if (!named.equals(service)) {
            throw new NotFound();
        }
        Set<UnitId> units = new HashSet<>();
        for (UUID each : caller.visible(Permission.READ_NODES, null).all()) {
            units.add(new UnitId(each));
        }
        return nodes.ofUnions(units).stream()
                .filter(each -> here.isCentral() || each.name().equals(here.id()))
                .toList();
    }

    /// For lists: whoever may look at no node at all is told so.
    void requireReader() {
        if (!caller.holds(Permission.READ_NODES)) {
            throw new Forbidden();
        }
    }

    /// The nodes that this one speaks with, as far as the caller may look at it.
    String[] peers(String named) {
        return nodes(named).stream().map(this::peer).toArray(String[]::new);
    }

    /// Which node this one speaks with about that node.
    String peer(KnownNode node) {
        return here.isCentral() ? node.name() : ThisNode.CENTRAL;
    }

    /// The names of the nodes that the caller may look at here.
    Set<String> names(String named) {
        return nodes(named).stream().map(KnownNode::name).collect(Collectors.toUnmodifiableSet());
    }

    /// For what the central union's ADMIN alone does. Who may look at it and no more is told so.
    UnitId requireKeeper() {
        UnitId keeper = caller.visible(Permission.KEEP_NODES, null).inScope().stream()
                .findFirst()
                .orElseThrow(Forbidden::new);
        caller.act(Permission.KEEP_NODES, keeper);
        return keeper;
    }
}
