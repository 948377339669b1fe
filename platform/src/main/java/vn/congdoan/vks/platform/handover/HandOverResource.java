package vn.congdoan.vks.platform.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.PublicKey;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.sync.KnownNode;
import vn.congdoan.vks.platform.sync.KnownNodes;
import vn.congdoan.vks.platform.sync.Peers;

/// What the central node gives a node that takes a union's records over. Part of the protocol of nodes (docs/nodes.md).
@Path("/api/v1/sync/{service}/hand-over")
@RunOnVirtualThread
public class HandOverResource {

    private static final Logger LOG = Logger.getLogger(HandOverResource.class);

    private final HandingOver handingOver;
    private final Letters letters;
    private final Peers peers;
    private final KnownNodes nodes;
    private final AuditTrail trail;

    HandOverResource(HandingOver handingOver, Letters letters, Peers peers, KnownNodes nodes, AuditTrail trail) {
        this.handingOver = handingOver;
        this.letters = letters;
        this.peers = peers;
        this.nodes = nodes;
        this.trail = trail;
    }

    /// What the node asks for.
    ///
    /// @param publicKey to which the answer is sealed
    /// @param table where the node is: the number of the table
    /// @param after and the key of the last row of it
    public record Asked(
            @NotBlank String publicKey,
            @Min(0) int table,
            @Nullable UUID after) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public HandingOver.Standing getHandOver(@RestPath("service") String service) {
        return handingOver.standing(peers.province(service, false).node());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Needs(Permission.SYNCHRONIZE)
    @Transactional
    @Operation(hidden = true)
    public byte[] postHandOver(@RestPath("service") String service, @NotNull @Valid Asked asked) {
        KnownNode node = nodes.named(peers.province(service, false).node()).orElseThrow(NotFound::new);
        PublicKey receiver = receiver(asked.publicKey());
        Page.Place from = new Page.Place(asked.table(), asked.after());
        Page page = handingOver.page(node.name(), from);
        if (asked.table() == 0 && asked.after() == null) {
            LOG.infof("Hands %s over to %s", page.unions(), node.name());
            page.unions().forEach(union -> trail.changed("hand-over", "unit", union, new UnitId(union), List.of()));
        }
        return letters.sealed(page, node, receiver);
    }

    private static PublicKey receiver(String written) {
        try {
            return SealedLetter.publicKey(written);
        } catch (IllegalArgumentException other) {
            throw new Unprocessable("/publicKey", "not-a-public-key");
        }
    }
}
