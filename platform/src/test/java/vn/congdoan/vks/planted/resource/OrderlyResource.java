package vn.congdoan.vks.planted.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;

/// Keeps every rule of a public resource.
@Path("/api/v1/orderly-things")
@RunOnVirtualThread
class OrderlyResource {

    @GET
    @Needs(Permission.READ_UNITS)
    String list() {
        return "things";
    }
}
