package vn.congdoan.vks.membership.exemption;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;

/// Exemptions of a member from dues. Few, so a list is one page.
@Path("/api/v1/members/{id}/dues-exemptions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class DuesExemptionResource {

    private static final String END = """
            {"on": "2024-05-01"}
            """;

    private final KeepingDuesExemptions keeping;
    private final OnlyOnce once;

    DuesExemptionResource(KeepingDuesExemptions keeping, OnlyOnce once) {
        this.keeping = keeping;
        this.once = once;
    }

    /// The end of an exemption before its time.
    @Schema(name = "DuesExemptionEnd", description = "The end of an exemption before its time", examples = END)
    public record End(
            @Schema(
                    description = "First day with dues again; today unless told",
                    examples = "2024-05-01",
                    nullable = true)
            @Nullable
            LocalDate on) {}

    @GET
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(
            summary = "List a member's exemptions from dues",
            description = "In the order of their days; for the union's staff.")
    public Page<DuesExemptionView> listDuesExemptions(@RestPath("id") MemberId id) {
        return new Page<>(keeping.of(id), null);
    }

    @GET
    @Path("/{exemption}")
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(summary = "Read an exemption from dues", description = "By the union's staff.")
    @Answers(DuesExemptionView.class)
    public Response getDuesExemption(
            @RestPath("id") MemberId id,
            @RestPath("exemption") @Parameter(description = "Id of the exemption") DuesExemptionId exemption) {
        return shown(keeping.require(id, exemption));
    }

    @POST
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Exempt a member from dues",
            description = "By an OFFICER, on a decision. No two exemptions of a member share a day.")
    @APIResponse(
            responseCode = "201",
            description = "The exemption",
            content = @Content(schema = @Schema(implementation = DuesExemptionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was granted before from an equal body",
            content = @Content(schema = @Schema(implementation = DuesExemptionView.class)))
    public Response exemptFromDues(@RestPath("id") MemberId id, @NotNull @Valid NewDuesExemption form) {
        return once.run(
                form,
                () -> granted(keeping.grant(id, form)),
                granted -> getDuesExemption(id, new DuesExemptionId(granted)));
    }

    @POST
    @Path("/{exemption}/end")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "End an exemption from dues before its time",
            description =
                    "By an OFFICER. On its first day: it was granted wrongly and never held. With the membership it"
                            + " ends by itself; to another union it goes along.")
    @Answers(DuesExemptionView.class)
    public Response endDuesExemption(
            @RestPath("id") MemberId id,
            @RestPath("exemption") @Parameter(description = "Id of the exemption") DuesExemptionId exemption,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid End form) {
        return once.run(
                form,
                () -> shown(keeping.end(id, exemption, ifMatch, form.on())),
                _ -> getDuesExemption(id, exemption));
    }

    private static Response granted(KeepingDuesExemptions.Outcome outcome) {
        DuesExemption exemption = outcome.exemption();
        String address = "/api/v1/members/" + exemption.memberId() + "/dues-exemptions/" + exemption.id();
        return outcome.created()
                ? Created.at(address, exemption.view(), tag(exemption))
                : Created.already(address, exemption.view(), tag(exemption));
    }

    private static Response shown(DuesExemption exemption) {
        return Response.ok(exemption.view()).tag(tag(exemption)).build();
    }

    private static EntityTag tag(DuesExemption exemption) {
        return ETags.of(exemption.version(), "exemption");
    }
}
