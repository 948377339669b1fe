package vn.congdoan.vks.campaign.commitment;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Commitments of the units within the caller's reach and of their members, and a member's own.
@Path("/api/v1/commitments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "commitments", description = "What units and members register to do in a campaign")
public class CommitmentResource {

    private final CommitmentViews views;
    private final CommitmentList list;
    private final NamingWhoCommits naming;
    private final MakingCommitments making;
    private final CommitmentCursors cursors;
    private final Caller caller;

    CommitmentResource(
            CommitmentViews views,
            CommitmentList list,
            NamingWhoCommits naming,
            MakingCommitments making,
            CommitmentCursors cursors,
            Caller caller) {
        this.views = views;
        this.list = list;
        this.naming = naming;
        this.making = making;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Needs(value = Permission.READ_COMMITMENTS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "List commitments",
            description = "Of the units within the caller's reach and of their members, and a member's own; the newest"
                    + " first. What a member wrote is shown as in the record itself.")
    public Page<CommitmentView> listCommitments(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of those below it inside its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("campaign") @Parameter(description = "Only in this campaign") @Nullable UUID campaign,
            @RestQuery("member") @Parameter(description = "Only of this member") @Nullable MemberId member,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<UUID> units =
                List.of(caller.visible(Permission.READ_COMMITMENTS, unit).all());
        List<Commitment> rows = list.page(
                new CommitmentList.Sight(units, unit == null ? self() : null),
                new CommitmentList.Filter(campaign, member),
                cursor == null ? null : cursors.read(cursor),
                limit.rowsToRead());
        return Page.of(rows, limit, views.each(), cursors::after);
    }

    @GET
    @Path("/{id}")
    @Needs(value = Permission.READ_COMMITMENTS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "Read a commitment",
            description = "Of a unit within the caller's reach or of a member of it, or a member's own. What a member"
                    + " wrote is shown to the member, and in their scope to all staff but ADMIN and INTEGRATOR.")
    @Answers(CommitmentView.class)
    public Response getCommitment(@RestPath("id") CommitmentId id) {
        return views.show(id);
    }

    @POST
    @Needs(value = Permission.KEEP_COMMITMENTS, orOwnRecord = true)
    @ResponseStatus(201)
    @Operation(
            summary = "Make a commitment",
            description = "By an OFFICER for a unit or member in scope, or by a member for himself. The campaign is"
                    + " launched and not over, and the unit takes part in it: the campaign calls it, and it belongs to"
                    + " the launching unit or to one below it in its union, or it or a unit above it in its union has"
                    + " joined. One that is over can still be entered by the day of registration. Equal words of one"
                    + " member or unit are registered in a campaign once.")
    @Answers(CommitmentView.class)
    public Response makeCommitment(@NotNull @Valid NewCommitment form) {
        return making.makeOnce(form, naming.of(form));
    }

    @PUT
    @Path("/{id}")
    @Needs(value = Permission.KEEP_COMMITMENTS, orOwnRecord = true)
    @Operation(summary = "Make a commitment under an id of the client's")
    @Answers(CommitmentView.class)
    public Response makeCommitmentWithId(
            @RestPath("id") CommitmentId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewCommitment form) {
        ETags.requireCreation(ifNoneMatch);
        return making.makeAs(id, form, naming.of(form));
    }

    private @Nullable MemberId self() {
        LinkedMember linked = caller.standing().member();
        return linked == null ? null : linked.id();
    }
}
