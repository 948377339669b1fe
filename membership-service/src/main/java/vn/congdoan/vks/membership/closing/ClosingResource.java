package vn.congdoan.vks.membership.closing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;

/// What has to be done until the end of a unit is final.
@Path("/api/v1/units/{id}/closing")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "closings")
public class ClosingResource {

    private final ClosingKits kits;
    private final Caller caller;

    ClosingResource(ClosingKits kits, Caller caller) {
        this.kits = kits;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(
            summary = "Read what has to be done until the end of a unit is final",
            description =
                    "Members placed, assignments ended, funds empty, cases closed, documents handed over: each with what"
                            + " is left. Of a unit that has not ended it tells what its end would leave.")
    public ClosingKit getClosingOfUnit(@RestPath("id") UnitId id) {
        caller.see(Permission.READ_MEMBERS, id);
        return kits.of(List.of(id)).getFirst();
    }
}
