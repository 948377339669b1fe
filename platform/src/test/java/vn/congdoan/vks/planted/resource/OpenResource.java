package vn.congdoan.vks.planted.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

/// Has an operation that asks for no permission.
@Path("/api/v1/open-things")
@RunOnVirtualThread
class OpenResource {

    @PATCH
    String change() {
        return "changed";
    }
}
