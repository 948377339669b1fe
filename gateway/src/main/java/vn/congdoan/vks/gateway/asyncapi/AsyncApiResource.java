package vn.congdoan.vks.gateway.asyncapi;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.congdoan.vks.gateway.problem.Problem;
import vn.congdoan.vks.gateway.problem.ProblemCode;
import vn.congdoan.vks.gateway.problem.ProblemException;

/// The events, described for integrators: the document, and the schema of each kind of record at the address that the
/// events name.
@Path("/asyncapi")
@RunOnVirtualThread
public class AsyncApiResource {

    private final AsyncApiDocument document;

    AsyncApiResource(AsyncApiDocument document) {
        this.document = document;
    }

    @GET
    @Produces("application/yaml")
    @Operation(hidden = true)
    public byte[] asYaml() {
        return document.asYaml();
    }

    @GET
    @Path("/schemas/{file}")
    @Produces("application/schema+json")
    @Operation(hidden = true)
    public byte[] schema(@PathParam("file") String file) {
        return document.schema(file).orElseThrow(() -> new ProblemException(Problem.of(ProblemCode.NOT_FOUND)));
    }
}
