package vn.congdoan.vks.gateway.asyncapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The document of the events as JSON.
@Path("/asyncapi.json")
@RunOnVirtualThread
public class AsyncApiJsonResource {

    private final AsyncApiDocument document;

    AsyncApiJsonResource(AsyncApiDocument document) {
        this.document = document;
    }

    @GET
    @Produces("application/json")
    @Operation(hidden = true)
    public ObjectNode asJson() {
        return document.asJson();
    }
}
