package vn.congdoan.vks.gateway.overview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.gateway.forwarding.Asking;
import vn.congdoan.vks.gateway.problem.Problem;
import vn.congdoan.vks.gateway.problem.ProblemCode;
import vn.congdoan.vks.gateway.problem.ProblemException;
import vn.congdoan.vks.gateway.routing.Backend;

/// A unit's year at one glance. A query of the right form goes to the services as it came: they know what the caller
/// may see.
@Path("/api/v1/overview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "overview")
final class OverviewResource {

    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";

    private final Asking asking;
    private final ObjectMapper json;

    OverviewResource(Asking asking, ObjectMapper json) {
        this.asking = asking;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "getOverview",
            summary = "See a unit's year at one glance",
            description =
                    "Members at the end of the year (today, if it has not ended), campaigns and welfare, of the unit and of"
                            + " the units below it in its union. The services are asked in parallel; those that do not answer in"
                            + " time are named in `unavailable`. A part that the caller may not see is null.",
            extensions =
                    @Extension(
                            name = "x-roles",
                            value =
                                    "[\"ADMIN\",\"CHAIR\",\"OFFICER\",\"ACCOUNTANT\",\"CASHIER\",\"INSPECTOR\",\"INTEGRATOR\"]",
                            parseValue = true))
    @Parameter(
            name = "unit",
            in = ParameterIn.QUERY,
            required = true,
            description = "Id of the unit",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Parameter(
            name = "year",
            in = ParameterIn.QUERY,
            required = true,
            description = "The year",
            example = "2022",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1900", maximum = "2199"))
    @APIResponse(
            responseCode = "200",
            description = "The overview",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "#/components/schemas/Overview")))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is absent or not of the right form",
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
            responseCode = "404",
            description = "No such unit, or the caller may not know of it",
            content = @Content(mediaType = PROBLEM_TYPE, schema = @Schema(ref = PROBLEM)))
    @APIResponse(
            responseCode = "503",
            description = "No service answers",
            content = @Content(mediaType = PROBLEM_TYPE, schema = @Schema(ref = PROBLEM)))
    public Response get(@Context HttpServerRequest request, @Context HttpServerResponse response) {
        var asked = AskedYear.of(request);
        var query = request.query() == null ? "" : "?" + request.query();
        Map<Backend, OverviewPart> parts = asking.all(
                "/internal/overview" + query,
                Asking.headers(request, response),
                (service, answer) -> OverviewPart.of(answer, this::read),
                service -> new OverviewPart.Absence());
        // Membership knows best whether there is such a unit and who may know of it; any service knows what is
        // malformed.
        for (var part : parts.entrySet()) {
            if (part.getValue() instanceof OverviewPart.Refusal(var answer)
                    && (answer.status() != 403 || part.getKey() == Backend.MEMBERSHIP)) {
                return Asking.passOn(answer);
            }
        }
        if (parts.values().stream().allMatch(OverviewPart.Absence.class::isInstance)) {
            throw new ProblemException(Problem.of(ProblemCode.UPSTREAM_UNAVAILABLE, "membership, campaign, welfare"));
        }
        return Response.ok(compose(parts, asked))
                .header("Cache-Control", "private, no-store")
                .header("Vary", "Authorization, Accept-Language")
                .build();
    }

    private ObjectNode compose(Map<Backend, OverviewPart> parts, AskedYear asked) {
        var overview = json.createObjectNode();
        var membership = content(parts, Backend.MEMBERSHIP);
        var unit = json.createObjectNode().put("id", asked.unit());
        overview.set("unit", membership == null ? unit : membership.path("unit"));
        overview.put("year", asked.year());
        overview.set("membership", membership == null ? null : membership.path("figures"));
        overview.set("campaigns", content(parts, Backend.CAMPAIGN));
        overview.set("welfare", content(parts, Backend.WELFARE));
        var unavailable = overview.putArray("unavailable");
        parts.forEach((service, part) -> {
            if (part instanceof OverviewPart.Absence) {
                unavailable.add(service.serviceName());
            }
        });
        return overview;
    }

    private static @Nullable JsonNode content(Map<Backend, OverviewPart> parts, Backend service) {
        return parts.get(service) instanceof OverviewPart.Content(var content) ? content : null;
    }

    private JsonNode read(byte[] body) throws IOException {
        return json.readTree(body);
    }
}
