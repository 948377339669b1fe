package vn.congdoan.vks.welfare.payable;

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
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// What unions owe by decisions: which there are, and what is written down by hand.
@Path("/api/v1/payables")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "payables",
        description = "What unions owe by decisions, such as the bonuses of awards: recognised by a fund, paid, and"
                + " claimed back where the award is revoked")
public class PayableResource {

    private static final String LIST = "payables";

    private final Payables payables;
    private final PayableViews views;
    private final PayableEntries entries;
    private final KeepingPayables keeping;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    PayableResource(
            Payables payables,
            PayableViews views,
            PayableEntries entries,
            KeepingPayables keeping,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once) {
        this.payables = payables;
        this.views = views;
        this.entries = entries;
        this.keeping = keeping;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List payables",
            description = "What units within the caller's scope owe by decisions, the latest decision first. With"
                    + " `status=CLAIMED` it is what they are owed back; with `status=PAID&revoked=true` what is still to"
                    + " be claimed.")
    public Page<PayableView> listPayables(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("status") @Parameter(description = "Only in this state") @Nullable PayableStatus status,
            @RestQuery("revoked")
                    @Parameter(description = "Only what is owed no more by a decision, or only the others")
                    @Nullable
                    Boolean revoked,
            @RestQuery("member") @Parameter(description = "Only for this member") @Nullable MemberId member,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<Payable> rows = payables.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(),
                new Payables.Filter(status, revoked, member),
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                Payable::view,
                last -> cursors.after(
                        LIST, new PlaceInTime(last.decidedOn(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(summary = "Read a payable", description = "What one unit within the caller's scope owes by a decision.")
    @Answers(PayableView.class)
    public Response getPayable(@RestPath("id") PayableId id) {
        return views.show(id);
    }

    @GET
    @Path("/{id}/entries")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the entries of a payable",
            description = "What was booked of it, in the order in which it was booked: recognised, paid, claimed back,"
                    + " recovered, written off, and what was taken back of that.")
    public Page<PayableEntryView> listPayableEntries(
            @RestPath("id") PayableId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        return Page.of(
                entries.page(id, cursor == null ? null : IdCursor.read(cursor), limit.rowsToRead()),
                limit,
                PayableEntryView::of,
                last -> IdCursor.after(last.id().value()));
    }

    @POST
    @Needs(Permission.KEEP_SUPPORT)
    @ResponseStatus(201)
    @Operation(
            summary = "Write a payable down",
            description =
                    "By an OFFICER, by a decision on paper that no award tells of: bonuses of awards arise by"
                            + " themselves. 409 payable-known where the same gets something by a decision of that number already.")
    @Answers(PayableView.class)
    public Response enterPayable(@NotNull @Valid NewPayable form) {
        return keeping.enter(form);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_SUPPORT)
    @Operation(summary = "Write a payable down under an id of the client's")
    @Answers(PayableView.class)
    public Response enterPayableWithId(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewPayable form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.enter(id, form);
    }

    @POST
    @Path("/{id}/revoke")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Write down that a payable is owed no more",
            description =
                    "By an OFFICER, with the decision. Where no fund owes it yet it is void at once; what a fund recognised is then released, what was paid claimed back, by the accountant. The bonus of an award is revoked with the award: 409 payable-of-an-award.")
    @Answers(PayableView.class)
    public Response revokePayable(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Revocation form) {
        return once.run(form, () -> keeping.revoke(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Take back a payable that was written down by mistake",
            description = "By an OFFICER, as long as no fund owes it.")
    @Answers(PayableView.class)
    public Response cancelPayable(
            @RestPath("id") PayableId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.cancel(id, ifMatch), same -> views.show(id));
    }
}
