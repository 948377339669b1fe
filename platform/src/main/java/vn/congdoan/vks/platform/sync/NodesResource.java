package vn.congdoan.vks.platform.sync;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.problem.NotFound;

/// What a province's node asks of the central one beside the feed: how far its own is taken there, to take the next
/// batch of it, and to be told again what it doubts. An account speaks for its own node alone. The protocol of
/// nodes (docs/nodes.md), not a part of the API that integrators use.
@Path("/api/v1/sync/{service}")
@RunOnVirtualThread
public class NodesResource {

    private final Contact contact;
    private final Peers peers;

    NodesResource(Contact contact, Peers peers) {
        this.contact = contact;
        this.peers = peers;
    }

    @GET
    @Path("/cursors/{node}")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public Standing getCursor(@RestPath("service") String service, @RestPath("node") String node) {
        Feeding.Reader reader = peers.province(service, false);
        if (!reader.node().equals(node)) {
            throw new NotFound();
        }
        return contact.standing(node);
    }

    @POST
    @Path("/batches")
    @Consumes(Contact.LINES)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public Cursor postBatch(@RestPath("service") String service, InputStream batch) {
        return contact.take(peers.province(service, false).node(), batch);
    }

    @POST
    @Path("/quarantine")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public void postQuarantine(@RestPath("service") String service, @NotNull @Valid SetAsideThere aside) {
        contact.hear(peers.province(service, false), aside);
    }

    @POST
    @Path("/doubts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public void postDoubts(@RestPath("service") String service, @NotNull @Valid Doubted doubted) {
        contact.answer(peers.province(service, false), doubted.records());
    }
}
