package vn.congdoan.vks.welfare.layout;

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

/// Layouts of the units within the caller's scope.
@Path("/api/v1/contribution-layouts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contribution-layouts", description = "Which column of a bank's statement, or of a workbook, holds what")
public class LayoutResource {

    private final Layouts layouts;
    private final KeepingLayouts keeping;
    private final Caller caller;
    private final OnlyOnce once;

    LayoutResource(Layouts layouts, KeepingLayouts keeping, Caller caller, OnlyOnce once) {
        this.layouts = layouts;
        this.keeping = keeping;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @Operation(summary = "List layouts", description = "Layouts of units within the caller's scope.")
    public Page<LayoutView> listContributionLayouts(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<Layout> rows = layouts.page(
                caller.visible(Permission.RECORD_MONEY, unit).all(),
                cursor == null ? null : IdCursor.read(cursor),
                limit.rowsToRead());
        return Page.of(
                rows, limit, Layout::view, last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @Operation(summary = "Read a layout", description = "One layout of a unit within the caller's scope.")
    @Answers(LayoutView.class)
    public Response getContributionLayout(@RestPath("id") LayoutId id) {
        return keeping.show(id);
    }

    @POST
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Keep a layout",
            description = "By an ACCOUNTANT of the unit or of one above it in the same union, once for each bank.")
    @Answers(LayoutView.class)
    public Response keepContributionLayout(@NotNull @Valid NewLayout form) {
        return once.run(form, () -> keeping.keep(new LayoutId(Ids.next()), form), id -> keeping.show(new LayoutId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @Operation(summary = "Keep a layout under an id of the client's")
    @Answers(LayoutView.class)
    public Response keepContributionLayoutWithId(
            @RestPath("id") LayoutId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewLayout form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.keep(id, form);
    }

    @POST
    @Path("/{id}/replace")
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @Operation(
            summary = "Say a layout anew",
            description = "Whole, because the bank has changed its statement. What was imported stays as it was read.")
    @Answers(LayoutView.class)
    public Response replaceContributionLayout(
            @RestPath("id") LayoutId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewLayout form) {
        return once.run(form, () -> keeping.replace(id, ifMatch, form), same -> keeping.show(id));
    }
}
