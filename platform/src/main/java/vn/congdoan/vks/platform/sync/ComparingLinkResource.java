package vn.congdoan.vks.platform.sync;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import vn.congdoan.vks.platform.problem.Forbidden;

/// The steps of a comparison at a province's node, where the own gateway brings what the central one has. Not
/// part of the public API.
@Path("/internal/sync/comparisons")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ComparingLinkResource {

    private final Agreeing agreeing;
    private final Peers peers;
    private final ThisNode here;

    ComparingLinkResource(Agreeing agreeing, Peers peers, ThisNode here) {
        this.agreeing = agreeing;
        this.peers = peers;
        this.here = here;
    }

    @POST
    @Path("/due")
    @Operation(hidden = true)
    public ComparisonSteps.Waiting due(@NotNull @Valid ComparisonSteps.Waiting askedAtCentral) {
        requireLink();
        return new ComparisonSteps.Waiting(
                agreeing.due(askedAtCentral.comparisons()).stream().toList());
    }

    @POST
    @Path("/{id}/begin")
    @Operation(hidden = true)
    public ComparisonSteps.Differing begin(@RestPath("id") UUID id, @NotNull @Valid ComparisonSteps.AtCentral central) {
        requireLink();
        Comparing.Overview overview = agreeing.begin(id, central.epoch(), central.digests());
        return new ComparisonSteps.Differing(overview.records(), overview.differing());
    }

    @POST
    @Path("/{id}/records")
    @Operation(hidden = true)
    public ComparisonSteps.Found compare(@RestPath("id") UUID id, @NotNull @Valid ComparedRecords page) {
        requireLink();
        return new ComparisonSteps.Found(agreeing.compare(id, page, peers.central()));
    }

    @POST
    @Path("/{id}/end")
    @Operation(hidden = true)
    public void end(@RestPath("id") UUID id, @NotNull @Valid ComparisonSteps.Ended ended) {
        requireLink();
        agreeing.end(id, here.id(), ended.records());
    }

    private void requireLink() {
        if (!peers.holdsTheLink()) {
            throw new Forbidden();
        }
    }
}
