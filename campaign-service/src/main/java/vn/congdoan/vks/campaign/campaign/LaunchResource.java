package vn.congdoan.vks.campaign.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.openapi.Answers;

/// The launch of a campaign.
@Path("/api/v1/campaigns/{id}/launch")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
public class LaunchResource {

    private final LaunchingCampaigns launching;
    private final Caller caller;

    LaunchResource(LaunchingCampaigns launching, Caller caller) {
        this.launching = launching;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.LAUNCH_CAMPAIGNS)
    @Operation(
            summary = "Launch a campaign",
            description = "By the CHAIR of the launching unit or of one above it in the same union. From now on it is"
                    + " published to all staff and members of the units that it calls. Those of the launching unit's own"
                    + " union take part at once; units of other unions join.")
    @Answers(value = CampaignView.class, as = "The launched campaign")
    public Response launchCampaign(
            @RestPath("id") CampaignId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Launch form) {
        // Whether the authority is still in force may have to be asked from another service: not in a transaction.
        caller.holds(Permission.LAUNCH_CAMPAIGNS);
        return launching.launchOnce(id, ifMatch, form);
    }
}
