package vn.congdoan.vks.welfare.support;

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

/// What unions may give for each kind of support.
@Path("/api/v1/support-limits")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "support-limits", description = "What a union may give for each kind of support, through time")
public class SupportLimitResource {

    private static final String LIST = "support-limits";

    private final SupportLimits limits;
    private final SettingLimits setting;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    SupportLimitResource(
            SupportLimits limits, SettingLimits setting, SealedCursors cursors, Caller caller, OnlyOnce once) {
        this.limits = limits;
        this.setting = setting;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List limits of support",
            description =
                    "Limits of unions within the caller's reach, the latest first, those in force and all before.")
    public Page<SupportLimitView> listSupportLimits(
            @RestQuery("unit") @Parameter(description = "Only of this union") @Nullable UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<SupportLimit> rows = limits.page(
                caller.visible(Permission.READ_FUNDS, unit).all(), cursors.place(LIST, cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                SupportLimit::view,
                last -> cursors.after(
                        LIST, new PlaceInTime(last.validFrom(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(summary = "Read a limit of support", description = "One limit of a union within the caller's reach.")
    @Answers(SupportLimitView.class)
    public Response getSupportLimit(@RestPath("id") SupportLimitId id) {
        return setting.show(id);
    }

    @POST
    @Needs(Permission.SET_SUPPORT_LIMITS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Set a limit of support",
            description =
                    "By the CHAIR of the union. It holds for requests of its first day and later ones, until the next limit"
                            + " of the same kind begins. Where no limit was ever set, the committee decides every case.")
    @Answers(SupportLimitView.class)
    public Response setSupportLimit(@NotNull @Valid NewSupportLimit form) {
        return once.run(
                form,
                () -> setting.set(new SupportLimitId(Ids.next()), form),
                id -> setting.show(new SupportLimitId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.SET_SUPPORT_LIMITS)
    @Transactional
    @Operation(summary = "Set a limit of support under an id of the client's")
    @Answers(SupportLimitView.class)
    public Response setSupportLimitWithId(
            @RestPath("id") SupportLimitId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewSupportLimit form) {
        ETags.requireCreation(ifNoneMatch);
        return setting.set(id, form);
    }
}
