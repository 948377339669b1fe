package vn.congdoan.vks.membership.assignment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import vn.congdoan.vks.platform.access.VisibleUnits;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Who holds which role where.
@Path("/api/v1/assignments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assignments", description = "Who holds which role where")
public class AssignmentResource {

    private final Assignments assignments;
    private final GrantingAssignments granting;
    private final Caller caller;
    private final Clock clock;
    private final OnlyOnce once;

    AssignmentResource(
            Assignments assignments, GrantingAssignments granting, Caller caller, Clock clock, OnlyOnce once) {
        this.once = once;
        this.assignments = assignments;
        this.granting = granting;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_ASSIGNMENTS)
    @Transactional
    @Operation(summary = "List assignments", description = "In the order in which they were made, ended ones included.")
    public Page<AssignmentView> listAssignments(
            @RestQuery("unit") @Parameter(description = "Only at this unit and below it inside its union") @Nullable
                    UnitId unit,
            @RestQuery("subject") @Parameter(description = "Only of this account") @Nullable String subject,
            @RestQuery("asOf")
                    @Parameter(description = "Only those that hold on this day", example = "2025-06-30")
                    @Nullable
                    LocalDate asOf,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        VisibleUnits visible = caller.visible(Permission.READ_ASSIGNMENTS, unit);
        UUID after = cursor == null ? null : IdCursor.read(cursor);
        return Page.of(
                assignments.page(visible.all(), subject, asOf, after, limit.rowsToRead()),
                limit,
                Assignment::view,
                last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_ASSIGNMENTS)
    @Transactional
    @Operation(summary = "Read an assignment", description = "Also one that has ended.")
    @Answers(AssignmentView.class)
    public Response getAssignment(@RestPath("id") UUID id) {
        return shown(visible(id));
    }

    @POST
    @Needs(Permission.GRANT_ASSIGNMENTS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Grant a role",
            description = "By an ADMIN in scope, never to oneself. The central ADMIN grants a union its first ADMIN.")
    @Answers(AssignmentView.class)
    public Response grantAssignment(@NotNull @Valid NewAssignment form) {
        return once.run(form, () -> granting.grant(new AssignmentId(Ids.next()), form), this::getAssignment);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.GRANT_ASSIGNMENTS)
    @Transactional
    @Operation(summary = "Grant a role under an id of the client's")
    @Answers(AssignmentView.class)
    public Response grantAssignmentWithId(
            @RestPath("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewAssignment form) {
        ETags.requireCreation(ifNoneMatch);
        return granting.grant(new AssignmentId(id), form);
    }

    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.GRANT_ASSIGNMENTS)
    @Transactional
    @Operation(
            summary = "End an assignment",
            description = "Today unless told otherwise: the day is the first without it. It works at once.")
    @Answers(value = AssignmentView.class, as = "The ended assignment")
    public Response endAssignment(
            @RestPath("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable End form) {
        Supplier<Response> effect = () -> {
            Assignment assignment = visible(id);
            ETags.requireMatch(ifMatch, assignment.version());
            LocalDate day = form == null || form.on() == null ? LocalDate.now(clock) : form.on();
            return shown(granting.end(assignment, day));
        };
        return once.run(form, effect, this::getAssignment);
    }

    /// When to end it.
    @Schema(name = "AssignmentEnd", description = "When to end an assignment", examples = "{\"on\": \"2199-12-31\"}")
    public record End(
            @Schema(description = "First day without it; today if absent", examples = "2026-12-31") @Nullable
            LocalDate on) {}

    private Assignment visible(UUID id) {
        Assignment assignment = assignments.require(new AssignmentId(id));
        caller.see(Permission.READ_ASSIGNMENTS, assignment.unitId());
        return assignment;
    }

    private static Response shown(Assignment assignment) {
        return Response.ok(assignment.view())
                .tag(ETags.of(assignment.version(), "assignment"))
                .build();
    }
}
