package vn.congdoan.vks.membership.committee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Committees as they are written down and read, by whoever reads members there.
@Path("/api/v1/committees")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "committees", description = "The elected bodies of units, for a term")
public class CommitteeResource {

    private final Committees committees;
    private final CommitteeList list;
    private final KeepingCommittees keeping;
    private final CommitteeViews views;
    private final Caller caller;
    private final OnlyOnce once;
    private final Clock clock;

    CommitteeResource(
            Committees committees,
            CommitteeList list,
            KeepingCommittees keeping,
            CommitteeViews views,
            Caller caller,
            OnlyOnce once,
            Clock clock) {
        this.committees = committees;
        this.list = list;
        this.keeping = keeping;
        this.views = views;
        this.caller = caller;
        this.once = once;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(summary = "List committees", description = "In the order in which they were written down.")
    public Page<CommitteeSummary> listCommittees(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of those below it inside its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("kind") @Parameter(description = "Only of this kind") @Nullable CommitteeKind kind,
            @RestQuery("status") @Parameter(description = "Only with this status") @Nullable CommitteeStatus status,
            @RestQuery("asOf")
                    @Parameter(description = "Only those whose days include this one", example = "2024-01-01")
                    @Nullable
                    LocalDate asOf,
            @RestQuery("endingWithin")
                    @Min(1)
                    @Max(120)
                    @Parameter(
                            description = "Only recognised ones that are there today and over within so many months",
                            example = "6")
                    @Nullable
                    Integer endingWithin,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        LocalDate today = LocalDate.now(clock);
        UUID[] units = caller.visible(Permission.READ_MEMBERS, unit).all();
        CommitteeList.Filter filter = new CommitteeList.Filter(
                kind, status, asOf, endingWithin == null ? null : today.plusMonths(endingWithin));
        UUID after = cursor == null ? null : IdCursor.read(cursor);
        return Page.of(
                list.page(units, filter, today, after, limit.rowsToRead()),
                limit,
                row -> row,
                last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(
            summary = "Read a committee",
            description = "With all who sit or sat in it, and where it differs from the rules of its term.")
    @Answers(CommitteeView.class)
    public Response getCommittee(
            @RestPath("id") CommitteeId id,
            @RestQuery("asOf")
                    @Parameter(description = "Only who sits in it on this day", example = "2024-01-01")
                    @Nullable
                    LocalDate asOf) {
        return views.shown(visible(id), asOf);
    }

    @POST
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Write down a committee that was elected",
            description = "By an OFFICER. It has no effect before the superior's recognition is recorded. Everybody who"
                    + " sits in it is a member in the unit or below it on all days of the seat.")
    @Answers(CommitteeView.class)
    public Response draftCommittee(@NotNull @Valid NewCommittee form) {
        return once.run(
                form,
                () -> drafted(keeping.draft(new CommitteeId(Ids.next()), form)),
                id -> getCommittee(new CommitteeId(id), null));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(summary = "Write down a committee under an id of the client's")
    @Answers(CommitteeView.class)
    public Response draftCommitteeWithId(
            @RestPath("id") CommitteeId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewCommittee form) {
        ETags.requireCreation(ifNoneMatch);
        return drafted(keeping.draft(id, form));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Correct a committee that is not recognised yet",
            description = "A merge patch (RFC 7396) of `term`, `validFrom`, `validTo` and `seats`, by an OFFICER.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/merge-patch+json",
                        schema = @Schema(implementation = CommitteePatch.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CommitteePatch.class))
            })
    @Answers(value = CommitteeView.class, as = "The corrected draft")
    public Response reviseCommittee(
            @RestPath("id") CommitteeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode patch)
            throws JsonProcessingException {
        return views.shown(keeping.revise(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/cancel")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(summary = "Give up a committee that is not recognised", description = "By an OFFICER.")
    @Answers(value = CommitteeView.class, as = "The cancelled committee")
    public Response cancelCommittee(
            @RestPath("id") CommitteeId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> views.shown(keeping.cancel(id, ifMatch)), _ -> getCommittee(id, null));
    }

    private Committee visible(CommitteeId id) {
        Committee committee = committees.require(id);
        caller.see(Permission.READ_MEMBERS, committee.unitId());
        return committee;
    }

    private Response drafted(KeepingCommittees.Outcome outcome) {
        Committee committee = outcome.committee();
        CommitteeView view = views.view(committee, null);
        return outcome.created()
                ? Created.at("/api/v1/committees/" + committee.id(), view, CommitteeViews.tag(committee))
                : Created.already(view, CommitteeViews.tag(committee));
    }
}
