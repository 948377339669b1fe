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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;

/// What a province's node tells the central one of a comparison that it makes. The protocol of nodes
/// (docs/nodes.md).
@Path("/api/v1/sync/{service}/waiting-comparisons")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ComparingNodesResource {

    private final Agreeing agreeing;
    private final Comparisons comparisons;
    private final Peers peers;

    ComparingNodesResource(Agreeing agreeing, Comparisons comparisons, Peers peers) {
        this.agreeing = agreeing;
        this.comparisons = comparisons;
        this.peers = peers;
    }

    @GET
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public ComparisonSteps.Waiting getWaiting(@RestPath("service") String service) {
        String node = peers.province(service, false).node();
        return new ComparisonSteps.Waiting(comparisons.waiting(node).stream().toList());
    }

    @POST
    @Path("/{id}/begin")
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public void postBegin(@RestPath("service") String service, @RestPath("id") UUID id) {
        agreeing.begun(id, peers.province(service, false).node());
    }

    @POST
    @Path("/{id}/differences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public void postDifferences(
            @RestPath("service") String service, @RestPath("id") UUID id, @NotNull @Valid ComparisonSteps.Found found) {
        agreeing.hear(id, peers.province(service, false).node(), found.differences());
    }

    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public void postEnd(
            @RestPath("service") String service, @RestPath("id") UUID id, @NotNull @Valid ComparisonSteps.Ended ended) {
        agreeing.end(id, peers.province(service, false).node(), ended.records());
    }
}
