package vn.congdoan.vks.welfare.payable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// What unions owe the caller by decisions, or paid.
@Path("/api/v1/my/bonuses")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "my")
public class MyBonusesResource {

    private final Payables payables;
    private final Caller caller;

    MyBonusesResource(Payables payables, Caller caller) {
        this.payables = payables;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.KNOW_MYSELF)
    @Transactional
    @Operation(
            summary = "List my bonuses",
            description =
                    "What unions owe by decisions to the member whom the account is linked to, and how far each is,"
                            + " the latest first; nothing for an account that is linked to nobody.")
    public Page<PayableView> listMyBonuses(
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID after = cursor == null ? null : IdCursor.read(cursor);
        LinkedMember me = caller.standing().member();
        List<Payable> rows = me == null ? List.of() : payables.ofMember(me.id(), after, limit.rowsToRead());
        return Page.of(
                rows, limit, Payable::view, last -> IdCursor.after(last.id().value()));
    }
}
