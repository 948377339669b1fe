package vn.congdoan.vks.planted.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import vn.congdoan.vks.platform.problem.Forbidden;

/// Keeps every rule of an internal resource.
@Path("/internal/guarded-things")
@RunOnVirtualThread
class GuardedResource {

    private final boolean open;

    GuardedResource(boolean open) {
        this.open = open;
    }

    @GET
    String list() {
        requireService();
        return "things";
    }

    private void requireService() {
        if (!open) {
            throw new Forbidden();
        }
    }
}
