package vn.congdoan.vks.planted.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// Is internal and asks nobody who he is.
@Path("/internal/trusting-things")
@RunOnVirtualThread
class TrustingResource {

    @GET
    String list() {
        return things();
    }

    private static String things() {
        return "things";
    }
}
