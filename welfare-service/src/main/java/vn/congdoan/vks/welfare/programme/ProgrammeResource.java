package vn.congdoan.vks.welfare.programme;

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
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Support for many by one decision.
@Path("/api/v1/support-programmes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "support-programmes",
        description =
                "Support for many by one decision, such as gifts at Tết: listed by a rule, approved as a whole, paid"
                        + " one by one")
public class ProgrammeResource {

    private static final String LIST = "support-programmes";

    private final Programmes programmes;
    private final ProgrammeLines lines;
    private final ProgrammeViews views;
    private final KeepingProgrammes keeping;
    private final PayingProgrammes paying;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    ProgrammeResource(
            Programmes programmes,
            ProgrammeLines lines,
            ProgrammeViews views,
            KeepingProgrammes keeping,
            PayingProgrammes paying,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once) {
        this.programmes = programmes;
        this.lines = lines;
        this.views = views;
        this.keeping = keeping;
        this.paying = paying;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List support programmes",
            description = "Programmes of units within the caller's scope, the latest first.")
    public Page<ProgrammeView> listProgrammes(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<Programme> rows = programmes.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(), cursors.place(LIST, cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                Programme::view,
                last -> cursors.after(
                        LIST, new PlaceInTime(last.listedOn(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read a support programme",
            description = "One programme of a unit within the caller's scope, with how many are paid.")
    @Answers(ProgrammeView.class)
    public Response getProgramme(@RestPath("id") ProgrammeId id) {
        return views.show(id);
    }

    @GET
    @Path("/{id}/beneficiaries")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List who is on the list of a programme",
            description = "With names and how far each is, in the order in which they were listed.")
    public Page<LineView> listBeneficiaries(
            @RestPath("id") ProgrammeId id,
            @RestQuery("state") @Parameter(description = "Only in this state") @Nullable LineState state,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        List<ProgrammeLines.Line> rows =
                lines.page(id, state, cursor == null ? null : IdCursor.read(cursor), limit.rowsToRead());
        return Page.of(rows, limit, LineView::of, last -> IdCursor.after(last.id()));
    }

    @POST
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Make the list of a programme",
            description =
                    "By an OFFICER of the unit or of one above it in the same union: everybody whom the rule names today"
                            + " is on the list.")
    @Answers(ProgrammeView.class)
    public Response listForProgramme(@NotNull @Valid NewProgramme form) {
        return once.run(
                form, () -> keeping.list(new ProgrammeId(Ids.next()), form), id -> views.show(new ProgrammeId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(summary = "Make the list of a programme under an id of the client's")
    @Answers(ProgrammeView.class)
    public Response listForProgrammeWithId(
            @RestPath("id") ProgrammeId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewProgramme form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.list(id, form);
    }

    @POST
    @Path("/{id}/leave-out")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(summary = "Take people off the list", description = "By an OFFICER, before it is approved.")
    @Answers(ProgrammeView.class)
    public Response leaveOutOfProgramme(
            @RestPath("id") ProgrammeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid LeavingOut form) {
        return once.run(form, () -> keeping.leaveOut(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/approve")
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Approve a programme",
            description =
                    "By the CHAIR, who has not made the list, with the decision. From then on the money for everybody on the list is kept back in the fund: 409 insufficient-unpromised if there is too little.")
    @Answers(ProgrammeView.class)
    public Response approveProgramme(
            @RestPath("id") ProgrammeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ProgrammeApproval form) {
        return once.run(form, () -> keeping.approve(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(summary = "Give a programme up", description = "By an OFFICER, before it is approved.")
    @Answers(ProgrammeView.class)
    public Response cancelProgramme(
            @RestPath("id") ProgrammeId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.cancel(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/close")
    @Needs(Permission.PROPOSE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Close a programme",
            description =
                    "By an ACCOUNTANT: nobody is paid any more, and what was kept back for those who were not is free again.")
    @Answers(ProgrammeView.class)
    public Response closeProgramme(
            @RestPath("id") ProgrammeId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.close(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/pay")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Pay those who are due",
            description =
                    "By a CASHIER, who has neither made the list nor approved it. The next thousand of those who are due are"
                            + " paid in one stroke, each by an entry of its own; ask again, under another Idempotency-Key,"
                            + " until no more are paid. However often that is done and wherever it stops, nobody is paid"
                            + " twice. Cashiers who are on the list themselves stay due, for another cashier.")
    @Answers(ProgrammeView.class)
    public Response payProgramme(@RestPath("id") ProgrammeId id, @NotNull @Valid ProgrammePayment form) {
        return paying.pay(id, form);
    }

    @POST
    @Path("/{id}/return")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Write down that a payment came back",
            description =
                    "By a CASHIER: the entry is taken back, and the person is due again. Needs an Idempotency-Key.")
    @Answers(ProgrammeView.class)
    public Response returnProgrammePayment(
            @RestPath("id") ProgrammeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReturnedLine form) {
        return paying.takeBack(id, ifMatch, form);
    }
}
