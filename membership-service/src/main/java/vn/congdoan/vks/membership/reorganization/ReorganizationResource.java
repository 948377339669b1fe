package vn.congdoan.vks.membership.reorganization;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.NotFound;

/// Changes of the organization by decision. Published to all staff, as the units are.
@Path("/api/v1/reorganizations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reorganizations", description = "Changes of the organization by decision")
public class ReorganizationResource {

    private final Reorganizations reorganizations;
    private final DecidingReorganizations deciding;
    private final Caller caller;
    private final OnlyOnce once;
    private final ReorganizationViews views;

    ReorganizationResource(
            Reorganizations reorganizations,
            DecidingReorganizations deciding,
            Caller caller,
            OnlyOnce once,
            ReorganizationViews views) {
        this.reorganizations = reorganizations;
        this.deciding = deciding;
        this.caller = caller;
        this.once = once;
        this.views = views;
    }

    @GET
    @Needs(Permission.READ_UNITS)
    @Transactional
    @Operation(summary = "List reorganizations", description = "Those written down last come first.")
    public Page<ReorganizationView> listReorganizations(
            @RestQuery("unit") @Parameter(description = "Only those that name this unit") @Nullable UnitId unit,
            @RestQuery("status") @Parameter(description = "Only with this status") @Nullable
                    ReorganizationStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        return Page.of(
                reorganizations.page(unit, status, before, limit.rowsToRead()),
                limit,
                views::view,
                last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_UNITS)
    @Transactional
    @Operation(summary = "Read a reorganization", description = "As it was said, and how far it has come.")
    @Answers(ReorganizationView.class)
    public Response getReorganization(@RestPath("id") UUID id) {
        if (!caller.holds(Permission.READ_UNITS)) {
            throw new NotFound();
        }
        return deciding.shown(new ReorganizationId(id));
    }

    @POST
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Write a reorganization down",
            description =
                    "Nothing changes before it is applied. An ADMIN decides on sections and groups of the own union, the"
                            + " central union's on unions and on what crosses their boundaries.")
    @APIResponse(
            responseCode = "200",
            description = "With dryRun: which units and how many members it would concern, and what stands against it",
            content = @Content(schema = @Schema(implementation = ReorganizationEffects.class)))
    @APIResponse(
            responseCode = "201",
            description = "The reorganization",
            content = @Content(schema = @Schema(implementation = ReorganizationView.class)))
    public Response draftReorganization(
            @RestQuery("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "Only tells what it would do, and changes nothing")
                    Boolean dryRun,
            @NotNull @Valid NewReorganization form) {
        if (dryRun) {
            return Response.ok(deciding.preview(form)).build();
        }
        return once.run(form, () -> deciding.draft(new ReorganizationId(Ids.next()), form), this::getReorganization);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    @Operation(summary = "Write a reorganization down under an id of the client's")
    @Answers(ReorganizationView.class)
    public Response draftReorganizationWithId(
            @RestPath("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewReorganization form) {
        ETags.requireCreation(ifNoneMatch);
        return deciding.draft(new ReorganizationId(id), form);
    }

    @POST
    @Path("/{id}/apply")
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    @Operation(
            summary = "Apply a reorganization",
            description =
                    "At once and whole if its day has come; else it is SCHEDULED and done at 00:00 (Vietnam) of it. One that"
                            + " carries over more than 500 members is SCHEDULED also if its day has come, and is done as"
                            + " soon as possible: read it until it is APPLIED, or `refused` says why not. Where"
                            + " provinces' nodes write records that it concerns, it is UNDER_WAY until each of them has"
                            + " done its part: `homes` says how far they are.")
    @Answers(value = ReorganizationView.class, as = "The reorganization, APPLIED, UNDER_WAY or SCHEDULED")
    public Response applyReorganization(
            @RestPath("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(
                null,
                () -> deciding.apply(new ReorganizationId(id), ifMatch),
                _ -> deciding.shown(new ReorganizationId(id)));
    }

    @GET
    @Path("/{id}/closing")
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(
            summary = "Read what has to be done until a reorganization is final",
            description =
                    "For each unit that ends with it: members placed, assignments ended, funds empty, cases closed,"
                            + " documents handed over.")
    public ReorganizationClosing getClosingOfReorganization(@RestPath("id") UUID id) {
        if (!caller.holds(Permission.READ_MEMBERS)) {
            throw new NotFound();
        }
        return deciding.closing(new ReorganizationId(id));
    }

    @POST
    @Path("/{id}/finish")
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    @Operation(
            summary = "Make a reorganization final",
            description =
                    "By whoever decides on it, once it is APPLIED and everything that it ended is closed: 422 tells"
                            + " what is left of which unit. The sums of all funds before and after their moves are equal then.")
    @Answers(value = ReorganizationView.class, as = "The reorganization, with `finalAt`")
    public Response finishReorganization(
            @RestPath("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(
                null,
                () -> deciding.finish(new ReorganizationId(id), ifMatch),
                _ -> deciding.shown(new ReorganizationId(id)));
    }

    @POST
    @Path("/{id}/cancel")
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    @Operation(summary = "Cancel a reorganization", description = "Until it is applied, or begun.")
    @Answers(value = ReorganizationView.class, as = "The cancelled reorganization")
    public Response cancelReorganization(
            @RestPath("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(
                null,
                () -> deciding.cancel(new ReorganizationId(id), ifMatch),
                _ -> deciding.shown(new ReorganizationId(id)));
    }
}
