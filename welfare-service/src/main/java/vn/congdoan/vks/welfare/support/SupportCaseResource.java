package vn.congdoan.vks.welfare.support;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Support for people in need.
@Path("/api/v1/support-cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "support-cases",
        description =
                "Support for one person or household, from the request to the receipt: asked for, approved and paid by"
                        + " three people. Nobody outside the union knows that a case exists")
public class SupportCaseResource {

    private static final String LIST = "support-cases";

    private final SupportCases cases;
    private final SupportCaseViews views;
    private final RequestingSupport requesting;
    private final DecidingSupport deciding;
    private final PayingSupport paying;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    SupportCaseResource(
            SupportCases cases,
            SupportCaseViews views,
            RequestingSupport requesting,
            DecidingSupport deciding,
            PayingSupport paying,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once) {
        this.cases = cases;
        this.views = views;
        this.requesting = requesting;
        this.deciding = deciding;
        this.paying = paying;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List support cases",
            description = "Cases of units within the caller's scope, the latest first.")
    public Page<SupportCaseView> listSupportCases(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("status") @Parameter(description = "Only in this state") @Nullable SupportStatus status,
            @RestQuery("kind") @Parameter(description = "Only of this kind") @Nullable SupportKind kind,
            @RestQuery("member") @Parameter(description = "Only for this member or the member's relatives") @Nullable
                    MemberId member,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<SupportCase> rows = cases.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(),
                new SupportCases.Filter(status, kind, member == null ? null : member.value()),
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                each -> each.view(null),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.requestedOn(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read a support case",
            description = "One case of a unit within the caller's scope; what is told of the person's health only for a"
                    + " stated purpose, and that read is audited.")
    @Answers(SupportCaseView.class)
    public Response getSupportCase(
            @RestPath("id") SupportCaseId id,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why the health note is needed; recorded in the audit trail",
                            example = "Xét duyệt hồ sơ trợ cấp")
                    @Nullable
                    String purpose) {
        return purpose == null ? views.show(id) : views.showWhole(id, purpose);
    }

    @POST
    @Needs(Permission.KEEP_SUPPORT)
    @ResponseStatus(201)
    @Operation(
            summary = "Ask for support",
            description =
                    "By an OFFICER of the unit or of one above it in the same union, for a member, a relative, somebody"
                            + " retired, or somebody outside.")
    @Answers(SupportCaseView.class)
    public Response requestSupport(@NotNull @Valid NewSupportCase form) {
        return requesting.request(form);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_SUPPORT)
    @Operation(summary = "Ask for support under an id of the client's")
    @Answers(SupportCaseView.class)
    public Response requestSupportWithId(
            @RestPath("id") SupportCaseId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewSupportCase form) {
        ETags.requireCreation(ifNoneMatch);
        return requesting.request(id, form);
    }

    @POST
    @Path("/{id}/verify")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Say that the need is real",
            description = "By an OFFICER of the unit or of one above it in the same union.")
    @Answers(SupportCaseView.class)
    public Response verifySupport(
            @RestPath("id") SupportCaseId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> deciding.verify(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/propose")
    @Needs(Permission.PROPOSE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Say which fund is to pay how much",
            description = "By an ACCOUNTANT, of a verified case; once more as long as it is not decided.")
    @Answers(SupportCaseView.class)
    public Response proposeSupport(
            @RestPath("id") SupportCaseId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SupportProposal form) {
        return once.run(form, () -> deciding.propose(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/approve")
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Approve it",
            description =
                    "By the CHAIR, who has neither asked for it nor proposed it: 403 duties-not-separate. Above what the chair decides alone with the committee's resolution, and never above the limits of the kind. From then on the money is kept back in the fund: 409 insufficient-unpromised if there is too little.")
    @Answers(SupportCaseView.class)
    public Response approveSupport(
            @RestPath("id") SupportCaseId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SupportApproval form) {
        return once.run(form, () -> deciding.approve(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(summary = "Refuse it", description = "By the CHAIR, who has neither asked for it nor proposed it.")
    @Answers(SupportCaseView.class)
    public Response refuseSupport(
            @RestPath("id") SupportCaseId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SupportRefusal form) {
        return once.run(form, () -> deciding.refuse(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/withdraw")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Take it back",
            description = "By an OFFICER, before it is paid; what was kept back for it is free again.")
    @Answers(SupportCaseView.class)
    public Response withdrawSupport(
            @RestPath("id") SupportCaseId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> deciding.withdraw(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/pay")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Pay it",
            description =
                    "By a CASHIER, who has neither asked for it nor approved it: 403 duties-not-separate. The whole amount is booked as an expense of the fund. Needs an Idempotency-Key.")
    @Answers(SupportCaseView.class)
    public Response paySupport(
            @RestPath("id") SupportCaseId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SupportPayment form) {
        return paying.pay(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/return")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Write down that a payment came back",
            description =
                    "By a CASHIER: the entry is taken back, and the case is APPROVED again, to be paid once more or taken back. Needs an Idempotency-Key.")
    @Answers(SupportCaseView.class)
    public Response returnSupport(
            @RestPath("id") SupportCaseId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReturnedPayment form) {
        return paying.takeBack(id, ifMatch, form);
    }
}
