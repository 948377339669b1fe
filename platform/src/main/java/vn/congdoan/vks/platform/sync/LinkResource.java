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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unavailable;

/// The same at a province's node, where the own gateway asks on behalf of the central one, to which it holds the link.
/// Not part of the public API: the gateway does not forward it.
@Path("/internal/sync")
@RunOnVirtualThread
public class LinkResource {

    private static final Logger LOG = Logger.getLogger(LinkResource.class);

    private final Contact contact;
    private final Peers peers;
    private final ThisNode here;

    LinkResource(Contact contact, Peers peers, ThisNode here) {
        this.contact = contact;
        this.peers = peers;
        this.here = here;
    }

    /// How far central's feed is taken, and whether this node takes back what it lost.
    public record Here(Standing standing, boolean recovering) {}

    @GET
    @Path("/cursor")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Here cursor() {
        return new Here(contact.standing(requireLink().node()), here.isRecovering());
    }

    @GET
    @Path("/changes")
    @Produces(Contact.LINES)
    @Operation(hidden = true)
    public Response feed(
            @RestQuery("epoch") @Nullable Integer epoch,
            @RestQuery("after") @Nullable Long after,
            @RestQuery("limit") @Nullable Integer limit,
            @RestQuery("wait") @Nullable Integer wait) {
        Feeding.Reader central = requireLink();
        if (here.isRecovering()) {
            // What is still missing comes back before anything goes up.
            throw new Unavailable("node-recovers");
        }
        return contact.feed(central, new Contact.Asked(epoch, after, limit, wait));
    }

    @POST
    @Path("/batches")
    @Consumes(Contact.LINES)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Cursor batch(InputStream batch) {
        return contact.take(requireLink().node(), batch);
    }

    @POST
    @Path("/doubts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public void doubts(@NotNull @Valid Doubted doubted) {
        contact.answer(requireLink(), doubted.records());
    }

    @POST
    @Path("/quarantine")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public void quarantine(@NotNull @Valid SetAsideThere aside) {
        contact.hear(requireLink(), aside);
    }

    /// Everything that central had of this node is back; not so while any of it is set aside.
    @POST
    @Path("/recovered")
    @Operation(hidden = true)
    public void recovered() {
        requireLink();
        int setAside = here.stillSetAside();
        if (setAside > 0) {
            LOG.warnf("Goes on recovering: %d own changes came back and could not be applied", setAside);
            throw new Unavailable("node-recovers");
        }
        here.hasRecovered();
    }

    private Feeding.Reader requireLink() {
        if (!peers.holdsTheLink()) {
            throw new Forbidden();
        }
        return peers.central();
    }
}
