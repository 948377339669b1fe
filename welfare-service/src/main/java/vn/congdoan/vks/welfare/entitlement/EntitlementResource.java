package vn.congdoan.vks.welfare.entitlement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Who is entitled and not supported yet.
@Path("/api/v1/entitlements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "entitlements",
        description =
                "People who are entitled to support by a rule of their union, and for whom nobody has asked for it."
                        + " Nobody outside the union knows of them")
public class EntitlementResource {

    private static final String LIST = "entitlements";

    private final Entitlements entitlements;
    private final SettingEntitlementsAside aside;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    EntitlementResource(
            Entitlements entitlements,
            SettingEntitlementsAside aside,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once) {
        this.entitlements = entitlements;
        this.aside = aside;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List who is entitled and not supported yet",
            description =
                    "In units within the caller's scope, what happened last first: retired or died as membership tells, bereaved,"
                            + " ill for long, married, with a child as officers noted, and before Tết; by the rules of the union, and without a"
                            + " case, a line of a programme or proposal, or care of the kind since then. Each says why, and what to send to ask"
                            + " for the support. Only those whose days are not over, unless `lapsed`.")
    public Page<EntitlementView> listEntitlements(
            @RestQuery("unit")
                    @Parameter(description = "Only in this unit and in the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("year")
                    @Min(2000)
                    @Max(2100)
                    @Parameter(description = "Only by what happened in this year", example = "2023")
                    @Nullable
                    Integer year,
            @RestQuery("reason") @Parameter(description = "Only for this reason") @Nullable EntitlementReason reason,
            @RestQuery("lapsed")
                    @DefaultValue("false")
                    @Parameter(description = "Also those whose days are over: what was missed")
                    Boolean lapsed,
            @RestQuery("setAside")
                    @DefaultValue("false")
                    @Parameter(description = "Those that were taken off the list, instead of the others")
                    Boolean setAside,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<EntitlementView> rows = entitlements.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(),
                new Entitlements.Filter(year, reason, lapsed, setAside),
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                each -> each,
                last -> cursors.after(
                        LIST, new PlaceInTime(last.happenedOn(), last.id().value())));
    }

    @POST
    @Path("/{id}/set-aside")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Take an entitlement off the list for a reason",
            description = "By an OFFICER; nothing is asked for the person by that.")
    @Answers(EntitlementView.class)
    public Response setEntitlementAside(@RestPath("id") EntitlementId id, @NotNull @Valid SettingAside form) {
        return once.run(form, () -> aside.setAside(id, form), same -> aside.show(id, form));
    }

    @POST
    @Path("/{id}/take-up")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(summary = "Put an entitlement on the list again", description = "By an OFFICER, where it was taken off.")
    @APIResponse(responseCode = "204", description = "It is on the list")
    public Response takeEntitlementUp(@RestPath("id") EntitlementId id) {
        return once.run(
                null, () -> aside.takeUp(id), same -> Response.noContent().build());
    }
}
