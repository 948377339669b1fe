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
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Visits to whom support cases are for.
@Path("/api/v1/support-cases/{id}/visits")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "support-cases")
public class SupportVisitResource {

    private final SupportVisits visits;
    private final VisitViews views;
    private final KeepingVisits keeping;
    private final GivingAtVisits giving;
    private final OnlyOnce once;

    SupportVisitResource(
            SupportVisits visits, VisitViews views, KeepingVisits keeping, GivingAtVisits giving, OnlyOnce once) {
        this.visits = visits;
        this.views = views;
        this.keeping = keeping;
        this.giving = giving;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the visits of a support case",
            description = "Planned, made and given up, with what was taken along, in the order in which they were"
                    + " planned.")
    public Page<VisitView> listVisits(
            @RestPath("id") SupportCaseId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        List<SupportVisit> rows = visits.page(id, cursor == null ? null : IdCursor.read(cursor), limit.rowsToRead());
        return Page.of(
                rows, limit, views.each(rows), last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{visitId}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read a visit",
            description = "One visit of a case within the caller's scope; what is told of the person's health only for"
                    + " a stated purpose, and that read is audited.")
    @Answers(VisitView.class)
    public Response getVisit(
            @RestPath("id") SupportCaseId id,
            @RestPath("visitId") @Parameter(description = "Id of the visit") SupportVisitId visitId,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why the health note is needed; recorded in the audit trail",
                            example = "Xét duyệt hồ sơ trợ cấp")
                    @Nullable
                    String purpose) {
        return views.show(id, visitId, purpose);
    }

    @POST
    @Needs(Permission.KEEP_SUPPORT)
    @ResponseStatus(201)
    @Operation(
            summary = "Plan a visit",
            description = "By an OFFICER of the case's unit or of one above it in the same union, unless the case was"
                    + " refused or taken back.")
    @Answers(VisitView.class)
    public Response planVisit(@RestPath("id") SupportCaseId id, @NotNull @Valid NewVisit form) {
        return keeping.plan(id, form);
    }

    @POST
    @Path("/{visitId}/make")
    @Needs(Permission.KEEP_SUPPORT)
    @Operation(
            summary = "Write down how a visit went",
            description = "By an OFFICER: the day, who went, which gifts were bought with the money of the case.")
    @Answers(VisitView.class)
    public Response makeVisit(
            @RestPath("id") SupportCaseId id,
            @RestPath("visitId") @Parameter(description = "Id of the visit") SupportVisitId visitId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MadeVisit form) {
        return keeping.make(id, visitId, ifMatch, form);
    }

    @POST
    @Path("/{visitId}/cancel")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Give a visit up",
            description = "By an OFFICER, before it is made; 409 goods-given-already while goods are out for it.")
    @Answers(VisitView.class)
    public Response cancelVisit(
            @RestPath("id") SupportCaseId id,
            @RestPath("visitId") @Parameter(description = "Id of the visit") SupportVisitId visitId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.cancel(id, visitId, ifMatch), same -> views.show(id, visitId, null));
    }

    @POST
    @Path("/{visitId}/gifts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Hand out goods for a visit",
            description =
                    "Goods of the case's fund, up to the value that was approved for the case, by a CASHIER who has"
                            + " neither asked for it nor approved it: 403 duties-not-separate. An expense in kind of the fund;"
                            + " what came back is taken back by its entry. Needs an Idempotency-Key.")
    @Answers(VisitView.class)
    public Response giveAtVisit(
            @RestPath("id") SupportCaseId id,
            @RestPath("visitId") @Parameter(description = "Id of the visit") SupportVisitId visitId,
            @NotNull @Valid VisitGifts form) {
        return giving.give(id, visitId, form);
    }
}
