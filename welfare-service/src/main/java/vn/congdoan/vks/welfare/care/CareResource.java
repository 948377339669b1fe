package vn.congdoan.vks.welfare.care;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Care that unions give somebody regularly.
@Path("/api/v1/care-commitments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "care-commitments",
        description =
                "Care that a union gives somebody regularly, such as a Heroic Mother's for life: written down, approved and"
                        + " paid by three people, each due day once. Nobody outside the union knows of it")
public class CareResource {

    private static final String LIST = "care-commitments";
    private static final String DAYS = "care-due-days";
    private static final String MISSED = "missed-care";

    private final CareCommitments commitments;
    private final DueDays days;
    private final CareViews views;
    private final KeepingCare keeping;
    private final PayingCare paying;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;
    private final Clock clock;

    CareResource(
            CareCommitments commitments,
            DueDays days,
            CareViews views,
            KeepingCare keeping,
            PayingCare paying,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once,
            Clock clock) {
        this.commitments = commitments;
        this.days = days;
        this.views = views;
        this.keeping = keeping;
        this.paying = paying;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List care commitments",
            description = "Commitments of units within the caller's scope, those that were written down last first.")
    public Page<CareCommitmentView> listCareCommitments(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("status") @Parameter(description = "Only in this state") @Nullable CareStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<CareCommitment> rows = commitments.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(),
                status,
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                CareCommitment::view,
                last -> cursors.after(
                        LIST, new PlaceInTime(last.writtenOn(), last.id().value())));
    }

    @GET
    @Path("/missed")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the care that was missed",
            description = "Due days of units within the caller's scope that were more than a month ago and are neither"
                    + " paid nor left out, the oldest first.")
    public Page<MissedCareView> listMissedCare(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<MissedCareView> rows = days.missed(
                caller.visible(Permission.READ_SUPPORT, unit).all(),
                LocalDate.now(clock),
                cursors.place(MISSED, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                Function.identity(),
                last -> cursors.after(
                        MISSED,
                        new PlaceInTime(last.dueOn(), last.commitmentId().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read a care commitment",
            description = "One commitment of a unit within the caller's scope, with how much of it is paid.")
    @Answers(CareCommitmentView.class)
    public Response getCareCommitment(@RestPath("id") CareCommitmentId id) {
        return views.show(id);
    }

    @GET
    @Path("/{id}/payments")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the due days of a care commitment",
            description = "What became of each, from the first one through the end of twelve months from today; none"
                    + " before it is approved.")
    public Page<DueDayView> listCarePayments(
            @RestPath("id") CareCommitmentId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        List<DueDayView> rows = days.page(id, LocalDate.now(clock), cursors.place(DAYS, cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                Function.identity(),
                last -> cursors.after(DAYS, new PlaceInTime(last.dueOn(), id.value())));
    }

    @POST
    @Needs(Permission.KEEP_SUPPORT)
    @ResponseStatus(201)
    @Operation(
            summary = "Write a care commitment down",
            description =
                    "By an OFFICER of the unit or of one above it in the same union. Nothing is due before it is approved.")
    @Answers(CareCommitmentView.class)
    public Response commitToCare(@NotNull @Valid NewCareCommitment form) {
        return keeping.commit(form);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_SUPPORT)
    @Operation(summary = "Write a care commitment down under an id of the client's")
    @Answers(CareCommitmentView.class)
    public Response commitToCareWithId(
            @RestPath("id") CareCommitmentId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewCareCommitment form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.commit(id, form);
    }

    @POST
    @Path("/{id}/approve")
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Approve a care commitment",
            description = "By the CHAIR, who has not written it down. The limits of the union hold for what it comes to"
                    + " in a year; above what the chair decides alone the committee's resolution is needed. No money"
                    + " is kept back: each due day is promised when it is paid.")
    @Answers(CareCommitmentView.class)
    public Response approveCare(
            @RestPath("id") CareCommitmentId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CareApproval form) {
        return once.run(form, () -> keeping.approve(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(summary = "Give a care commitment up", description = "By an OFFICER, before it is approved.")
    @Answers(CareCommitmentView.class)
    public Response cancelCare(
            @RestPath("id") CareCommitmentId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.cancel(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/end")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "End a care commitment",
            description = "By an OFFICER: nothing is due after the last day. What was due until then and is not paid"
                    + " stays so, until it is paid or left out.")
    @Answers(CareCommitmentView.class)
    public Response endCare(
            @RestPath("id") CareCommitmentId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CareEnd form) {
        return once.run(form, () -> keeping.end(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/leave-out")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Leave a due day out",
            description =
                    "By an OFFICER, who says why: it will not be paid, for good. 409 due-day-settled if it is paid"
                            + " or left out already.")
    @Answers(CareCommitmentView.class)
    public Response leaveOutCare(
            @RestPath("id") CareCommitmentId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid LeftOutCare form) {
        return once.run(form, () -> keeping.leaveOut(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/pay")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Pay a due day",
            description = "By a CASHIER, who has neither written it down nor approved it and is not the beneficiary: in"
                    + " cash with a receipt, or by bank. At most one period ahead, and each due day once: 409"
                    + " due-day-settled for whoever comes second. Needs an Idempotency-Key.")
    @Answers(CareCommitmentView.class)
    public Response payCare(@RestPath("id") CareCommitmentId id, @NotNull @Valid CarePayment form) {
        return paying.pay(id, form);
    }

    @POST
    @Path("/{id}/return")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Write down that a payment of care came back",
            description = "By a CASHIER: the entry is taken back, and the day is due again. Needs an Idempotency-Key.")
    @Answers(CareCommitmentView.class)
    public Response returnCarePayment(
            @RestPath("id") CareCommitmentId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReturnedCarePayment form) {
        return paying.takeBack(id, ifMatch, form);
    }
}
