package vn.congdoan.vks.gateway.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.congdoan.vks.gateway.forwarding.Asking;
import vn.congdoan.vks.gateway.problem.Problem;
import vn.congdoan.vks.gateway.problem.ProblemCode;
import vn.congdoan.vks.gateway.problem.ProblemException;

/// The audit trails of all services as one list. The query goes to the services as it came: they know which entries
/// the caller may see and which parameters there are.
@Path("/api/v1/audit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
final class AuditResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";

    private final ReadingTrails trails;

    AuditResource(ReadingTrails trails) {
        this.trails = trails;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "List the audit trail of all services",
            description =
                    "Changes and reads of sensitive data within the caller's scope, newest first. The services are"
                            + " asked in parallel; those that do not answer in time are named in `unavailable`, and their"
                            + " entries are missing from the page.",
            extensions = @Extension(name = "x-roles", value = "[\"INSPECTOR\"]", parseValue = true))
    @Parameter(
            name = "subject",
            in = ParameterIn.QUERY,
            description = "Id of the record that was changed or read",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description = "Subject of the account that did it",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "First day, in Vietnam",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The day after the last, in Vietnam",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Entries per page",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "`next` of the page before",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "#/components/schemas/AuditEntries")))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is not of the right form",
            content = @Content(mediaType = PROBLEM_TYPE, schema = @Schema(ref = PROBLEM)))
    @APIResponse(
            responseCode = "401",
            description = "No valid token",
            content = @Content(mediaType = PROBLEM_TYPE, schema = @Schema(ref = PROBLEM)))
    @APIResponse(
            responseCode = "403",
            description = "Not permitted, or no assignment in force",
            content = @Content(mediaType = PROBLEM_TYPE, schema = @Schema(ref = PROBLEM)))
    @APIResponse(
            responseCode = "503",
            description = "No service answers",
            content = @Content(mediaType = PROBLEM_TYPE, schema = @Schema(ref = PROBLEM)))
    public Response list(@Context HttpServerRequest request, @Context HttpServerResponse response) {
        var parts = trails.read(uri(request), Asking.headers(request, response));
        List<TrailPart.Entries> entries = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (var part : parts) {
            switch (part) {
                case TrailPart.Refusal(var answer) -> {
                    return Asking.passOn(answer);
                }
                case TrailPart.Entries given -> entries.add(given);
                case TrailPart.Absence(var service) -> absent.add(service);
            }
        }
        if (entries.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemCode.UPSTREAM_UNAVAILABLE, String.join(", ", absent)));
        }
        return Response.ok(CommonTrail.of(entries, limit(request), absent))
                .header("Cache-Control", "private, no-store")
                .header("Vary", "Authorization, Accept-Language")
                .build();
    }

    private static String uri(HttpServerRequest request) {
        var uri = request.uri();
        if (request.getParam("limit") != null) {
            return uri;
        }
        return uri + (request.query() == null ? "?" : "&") + "limit=" + DEFAULT_LIMIT;
    }

    /// The services have accepted the limit, so it is a proper one.
    private static int limit(HttpServerRequest request) {
        try {
            int limit = Integer.parseInt(Objects.requireNonNullElse(request.getParam("limit"), ""));
            return Math.clamp(limit, 1, MAX_LIMIT);
        } catch (NumberFormatException _) {
            return DEFAULT_LIMIT;
        }
    }
}
