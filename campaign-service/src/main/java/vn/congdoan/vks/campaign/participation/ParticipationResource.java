package vn.congdoan.vks.campaign.participation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.campaign.campaign.KnownCampaigns;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// The units that take part in a campaign, as far as they are within the caller's reach.
@Path("/api/v1/campaigns/{id}/participants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
public class ParticipationResource {

    private final Participations participations;
    private final KnownCampaigns campaigns;
    private final JoiningCampaigns joining;
    private final Caller caller;
    private final OnlyOnce once;

    ParticipationResource(
            Participations participations,
            KnownCampaigns campaigns,
            JoiningCampaigns joining,
            Caller caller,
            OnlyOnce once) {
        this.participations = participations;
        this.campaigns = campaigns;
        this.joining = joining;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_CAMPAIGNS)
    @Transactional
    @Operation(
            summary = "List the participants of a campaign",
            description = "Units within the caller's reach that joined, the last one first.")
    public Page<ParticipationView> listParticipants(
            @RestPath("id") CampaignId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        campaigns.requireForStaff(id);
        UUID[] units = caller.visible(Permission.READ_CAMPAIGNS, null).all();
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        List<Participation> rows = participations.page(id, units, before, limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                Participation::view,
                last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{participantId}")
    @Needs(Permission.READ_CAMPAIGNS)
    @Transactional
    @Operation(
            summary = "Read a unit's participation in a campaign",
            description = "Of a unit within the caller's reach.")
    @Answers(ParticipationView.class)
    public Response getParticipant(
            @RestPath("id") CampaignId id,
            @RestPath("participantId") @Parameter(description = "Id of the participation")
                    ParticipationId participantId) {
        campaigns.requireForStaff(id);
        Participation participation = participations.require(id, participantId);
        caller.see(Permission.READ_CAMPAIGNS, participation.unitId());
        return Response.ok(participation.view())
                .tag(JoiningCampaigns.tag(participation))
                .build();
    }

    @POST
    @Needs(Permission.KEEP_CAMPAIGNS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Join a campaign",
            description = "By an OFFICER of the joining unit or of one above it in the same union. The campaign is"
                    + " launched, not over and calls the unit, which belongs to another union than the launching unit:"
                    + " that union's own take part anyway. One that is over can still be entered by the day on which"
                    + " the unit joined.")
    @Answers(ParticipationView.class)
    public Response joinCampaign(@RestPath("id") CampaignId id, @NotNull @Valid NewParticipation form) {
        return once.run(form, () -> joining.join(id, form), joined -> getParticipant(id, new ParticipationId(joined)));
    }
}
