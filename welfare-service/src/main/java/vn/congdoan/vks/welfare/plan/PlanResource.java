package vn.congdoan.vks.welfare.plan;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import vn.congdoan.vks.platform.access.Directory;
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
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// What members are expected to give.
@Path("/api/v1/contribution-plans")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "contribution-plans",
        description = "What members are expected to give, such as one day's pay or dues: of whom how much, what was"
                + " received of it, and who is to be reminded")
public class PlanResource {

    private static final String LIST = "contribution-plans";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int STRETCH = 1_000;

    private final ContributionPlans plans;
    private final PlanLines lines;
    private final PlanViews views;
    private final KeepingPlans keeping;
    private final SealedCursors cursors;
    private final Caller caller;
    private final Directory directory;
    private final OnlyOnce once;

    PlanResource(
            ContributionPlans plans,
            PlanLines lines,
            PlanViews views,
            KeepingPlans keeping,
            SealedCursors cursors,
            Caller caller,
            Directory directory,
            OnlyOnce once) {
        this.plans = plans;
        this.lines = lines;
        this.views = views;
        this.keeping = keeping;
        this.cursors = cursors;
        this.caller = caller;
        this.directory = directory;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List contribution plans",
            description = "Plans of units within the caller's reach, those due last first, each with how far it is.")
    public Page<PlanView> listContributionPlans(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("status") @Parameter(description = "Only in this state") @Nullable PlanStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<ContributionPlan> rows = plans.page(
                caller.visible(Permission.READ_FUNDS, unit).all(),
                status,
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                views.each(rows),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.dueOn(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read a contribution plan",
            description = "One plan of a unit within the caller's reach: expected, received, outstanding.")
    @Answers(PlanView.class)
    public Response getContributionPlan(@RestPath("id") PlanId id) {
        return views.show(id);
    }

    @GET
    @Path("/{id}/members")
    @Needs(Permission.READ_ARREARS)
    @Transactional
    @Operation(
            summary = "List of whom a plan expects something",
            description =
                    "With what each has given of it. Contributions count that name the plan and were not taken back;"
                            + " `GET /contributions?plan=` lists them.")
    public Page<PayerView> listContributionPlanMembers(
            @RestPath("id") PlanId id,
            @RestQuery("state") @Parameter(description = "Only in this state") @Nullable PayerState state,
            @RestQuery("unit")
                    @Parameter(description = "Only who is in this unit now or in one below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.seeList(id);
        List<PlanLines.Line> rows = lines.page(
                id,
                state,
                unit == null ? null : directory.subtree(unit),
                cursor == null ? null : IdCursor.read(cursor),
                limit.rowsToRead());
        return Page.of(rows, limit, PayerView::of, last -> IdCursor.after(last.id()));
    }

    @GET
    @Path("/{id}/reminders")
    @Produces(XLSX)
    @Needs(Permission.READ_ARREARS)
    @Transactional
    @Operation(
            summary = "Get whom to remind, as a workbook",
            description =
                    "Everybody on the list who has not given all that is expected, with unit, expected, received and"
                            + " outstanding, and the sums.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response getContributionPlanReminders(@RestPath("id") PlanId id) {
        ContributionPlan plan = views.seeList(id);
        List<PlanLines.Line> outstanding = new ArrayList<>();
        List<PlanLines.Line> next = lines.page(id, PayerState.OUTSTANDING, null, null, STRETCH);
        while (!next.isEmpty()) {
            outstanding.addAll(next);
            next = lines.page(id, PayerState.OUTSTANDING, null, next.getLast().id(), STRETCH);
        }
        return Response.ok(ReminderSheet.xlsx(
                        plan,
                        outstanding,
                        lines.names(outstanding.stream()
                                .map(PlanLines.Line::unit)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"nhac-nop.xlsx\"")
                .build();
    }

    @POST
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Make a contribution plan",
            description =
                    "By an ACCOUNTANT of the unit or of one above it in the same union. With an `amount`, all members"
                            + " who are active in the unit today are on its list at once; else the list is told.")
    @Answers(PlanView.class)
    public Response makeContributionPlan(@NotNull @Valid NewPlan form) {
        return once.run(form, () -> keeping.make(new PlanId(Ids.next()), form), id -> views.show(new PlanId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @Operation(summary = "Make a contribution plan under an id of the client's")
    @Answers(PlanView.class)
    public Response makeContributionPlanWithId(
            @RestPath("id") PlanId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewPlan form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.make(id, form);
    }

    @POST
    @Path("/{id}/expect")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @Operation(
            summary = "Say of whom how much is expected",
            description =
                    "By an ACCOUNTANT. Who is not on the list is put there; of who is, this is expected from now on, also of who was excused.")
    @Answers(PlanView.class)
    public Response expectOfMembers(
            @RestPath("id") PlanId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Expectations form) {
        return once.run(form, () -> keeping.expect(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/add-new-members")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @Operation(
            summary = "Put new members on the list",
            description =
                    "By an ACCOUNTANT: everybody who is an active member of the unit today and not on the list, with the amount of the plan. 409 plan-without-an-amount where the plan has none.")
    @Answers(PlanView.class)
    public Response addNewMembersToPlan(
            @RestPath("id") PlanId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.addNewMembers(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/excuse")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @Operation(
            summary = "Expect nothing of some members any more",
            description = "By an ACCOUNTANT, with the reason. What they have given still counts as received.")
    @Answers(PlanView.class)
    public Response excuseFromPlan(
            @RestPath("id") PlanId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Excuse form) {
        return once.run(form, () -> keeping.excuse(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/close")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @Operation(
            summary = "Close a contribution plan",
            description = "By an ACCOUNTANT: nothing counts towards it any more, and its list stays as it is.")
    @Answers(PlanView.class)
    public Response closeContributionPlan(
            @RestPath("id") PlanId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.close(id, ifMatch), same -> views.show(id));
    }
}
