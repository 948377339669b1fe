package vn.congdoan.vks.welfare.insurance;

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

/// By which policies the caller is or was insured.
@Path("/api/v1/my/insurance")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "my")
public class MyInsuranceResource {

    private final InsuranceOfMembers insurance;
    private final Caller caller;

    MyInsuranceResource(InsuranceOfMembers insurance, Caller caller) {
        this.insurance = insurance;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.KNOW_MYSELF)
    @Transactional
    @Operation(
            summary = "List my group insurance",
            description =
                    "The times for which the member whom the account is linked to is or was insured, the latest entered"
                            + " first; nothing for an account that is linked to nobody.")
    public Page<MyInsuranceView> listMyInsurance(
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID after = cursor == null ? null : IdCursor.read(cursor);
        LinkedMember me = caller.standing().member();
        List<MyInsuranceView> rows = me == null ? List.of() : insurance.page(me.id(), after, limit.rowsToRead());
        return Page.of(rows, limit, each -> each, last -> IdCursor.after(last.id()));
    }
}
