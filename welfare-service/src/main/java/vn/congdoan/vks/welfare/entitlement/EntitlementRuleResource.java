package vn.congdoan.vks.welfare.entitlement;

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
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// What entitles to support.
@Path("/api/v1/entitlement-rules")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "entitlement-rules",
        description = "What entitles the people of a union to which support, and within how many days, through time")
public class EntitlementRuleResource {

    private static final String LIST = "entitlement-rules";

    private final EntitlementRules rules;
    private final SettingRules setting;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    EntitlementRuleResource(
            EntitlementRules rules, SettingRules setting, SealedCursors cursors, Caller caller, OnlyOnce once) {
        this.rules = rules;
        this.setting = setting;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List rules of entitlement",
            description = "Rules of unions within the caller's scope, the latest first, those in force and all before.")
    public Page<EntitlementRuleView> listEntitlementRules(
            @RestQuery("unit") @Parameter(description = "Only of this union") @Nullable UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<EntitlementRule> rows = rules.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(), cursors.place(LIST, cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                EntitlementRule::view,
                last -> cursors.after(
                        LIST, new PlaceInTime(last.validFrom(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(summary = "Read a rule of entitlement", description = "One rule of a union within the caller's scope.")
    @Answers(EntitlementRuleView.class)
    public Response getEntitlementRule(@RestPath("id") EntitlementRuleId id) {
        return setting.show(id);
    }

    @POST
    @Needs(Permission.SET_SUPPORT_LIMITS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Set a rule of entitlement",
            description =
                    "By the CHAIR of the union. It holds for what happens on its first day and later, until the next rule for the"
                            + " same reason begins. Where no rule was ever set, the reason entitles to nothing.")
    @Answers(EntitlementRuleView.class)
    public Response setEntitlementRule(@NotNull @Valid NewEntitlementRule form) {
        return once.run(
                form,
                () -> setting.set(new EntitlementRuleId(Ids.next()), form),
                id -> setting.show(new EntitlementRuleId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.SET_SUPPORT_LIMITS)
    @Transactional
    @Operation(summary = "Set a rule of entitlement under an id of the client's")
    @Answers(EntitlementRuleView.class)
    public Response setEntitlementRuleWithId(
            @RestPath("id") EntitlementRuleId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewEntitlementRule form) {
        ETags.requireCreation(ifNoneMatch);
        return setting.set(id, form);
    }
}
