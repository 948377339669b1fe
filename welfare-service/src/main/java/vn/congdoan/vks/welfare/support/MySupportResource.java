package vn.congdoan.vks.welfare.support;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// What the caller was given, or asked for.
@Path("/api/v1/my/support")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "my")
public class MySupportResource {

    private static final String LIST = "my-support";

    private final SupportOfMembers support;
    private final SealedCursors cursors;
    private final Caller caller;

    MySupportResource(SupportOfMembers support, SealedCursors cursors, Caller caller) {
        this.support = support;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.KNOW_MYSELF)
    @Transactional
    @Operation(
            summary = "List the support for me",
            description =
                    "For the member whom the account is linked to, the latest first: cases for the member or a relative,"
                            + " and gifts of programmes; nothing for an account that is linked to nobody.")
    public Page<MySupportView> listMySupport(
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        PlaceInTime after = cursors.place(LIST, cursor);
        LinkedMember me = caller.standing().member();
        List<MySupportView> rows = me == null ? List.of() : support.page(me.id(), after, limit.rowsToRead());
        return Page.of(rows, limit, each -> each, last -> cursors.after(LIST, new PlaceInTime(last.date(), last.id())));
    }
}
