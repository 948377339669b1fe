package vn.congdoan.vks.campaign.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Campaigns of the units within the caller's reach.
@Path("/api/v1/campaigns")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns", description = "Emulation movements and mobilizations")
public class CampaignResource {

    private final Campaigns campaigns;
    private final CampaignList list;
    private final DraftingCampaigns drafting;
    private final CampaignCursors cursors;
    private final VisibleCampaigns visible;
    private final OnlyOnce once;

    CampaignResource(
            Campaigns campaigns,
            CampaignList list,
            DraftingCampaigns drafting,
            CampaignCursors cursors,
            VisibleCampaigns visible,
            OnlyOnce once) {
        this.once = once;
        this.campaigns = campaigns;
        this.list = list;
        this.drafting = drafting;
        this.cursors = cursors;
        this.visible = visible;
    }

    @GET
    @Needs(value = Permission.READ_CAMPAIGNS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "List campaigns",
            description = "Campaigns of the units within the caller's reach, and launched ones that call a unit of the"
                    + " caller's, the newest first. A member sees the launched ones that call the own unit.")
    public Page<CampaignView> listCampaigns(
            @RestQuery("unit")
                    @Parameter(
                            description = "Only campaigns of this unit and of the units below it in its union, and"
                                    + " launched ones that call one of them")
                    @Nullable
                    UnitId unit,
            @RestQuery("q")
                    @Parameter(
                            description = "Part of the name or theme, without regard to diacritics",
                            example = "thi dua")
                    @Nullable
                    String q,
            @RestQuery("status") @Parameter(description = "Only campaigns in this status") @Nullable
                    CampaignStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<Campaign> rows = list.page(
                visible.everything(),
                new CampaignList.Filter(visible.around(unit), status, q),
                cursor == null ? null : cursors.read(cursor),
                limit.rowsToRead());
        return Page.of(rows, limit, Campaign::view, cursors::after);
    }

    @GET
    @Path("/{id}")
    @Needs(value = Permission.READ_CAMPAIGNS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "Read a campaign",
            description = "One campaign of a unit within the caller's reach, or a launched one that calls a unit of"
                    + " the caller's, or the unit of which the caller is a member.")
    @Answers(CampaignView.class)
    public Response getCampaign(@RestPath("id") CampaignId id) {
        Campaign campaign = campaigns.require(id);
        visible.requireVisible(campaign);
        return Response.ok(campaign.view()).tag(DraftingCampaigns.tag(campaign)).build();
    }

    @POST
    @Needs(Permission.KEEP_CAMPAIGNS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Draft a campaign",
            description = "By an OFFICER of the launching unit or of one above it in the same union.")
    @Answers(value = CampaignView.class, as = "The new campaign, a draft")
    public Response createCampaign(@NotNull @Valid NewCampaign form) {
        return once.run(
                form,
                () -> drafting.draft(new CampaignId(Ids.next()), form),
                campaign -> getCampaign(new CampaignId(campaign)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_CAMPAIGNS)
    @Transactional
    @Operation(summary = "Draft a campaign under an id of the client's")
    @Answers(value = CampaignView.class, as = "The new campaign, a draft")
    public Response createCampaignWithId(
            @RestPath("id") CampaignId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewCampaign form) {
        ETags.requireCreation(ifNoneMatch);
        return drafting.draft(id, form);
    }
}
