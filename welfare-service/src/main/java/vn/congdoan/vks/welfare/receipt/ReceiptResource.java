package vn.congdoan.vks.welfare.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unavailable;
import vn.congdoan.vks.welfare.contribution.ContributionId;

/// Receipts, as data and on paper.
@Path("/api/v1/contributions/{id}/receipt")
@RunOnVirtualThread
@Tag(name = "contributions")
public class ReceiptResource {

    private static final String PDF = "application/pdf";
    private static final MediaType PAPER = MediaType.valueOf(PDF);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, PAPER).build();

    private final Receipts receipts;
    private final Caller caller;

    ReceiptResource(Receipts receipts, Caller caller) {
        this.receipts = receipts;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, PDF})
    @Needs(Permission.READ_RECEIPTS)
    @Transactional
    @Operation(
            summary = "Get the receipt of a contribution",
            description =
                    "For the union's own people, as JSON or on paper (`Accept: application/pdf`). Its number comes a"
                            + " moment after the contribution: 503 receipt-not-numbered until then.")
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReceiptView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response getReceipt(@Context Request request, @RestPath("id") ContributionId id) {
        Receipts.Found found = receipts.of(id).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, found.unit());
        if (caller.reach(Permission.READ_RECEIPTS, found.unit()) != Reach.SCOPE) {
            throw new Forbidden();
        }
        if (found.number() == null) {
            throw new Unavailable("receipt-not-numbered");
        }
        Variant wanted = request.selectVariant(FORMS);
        boolean onPaper = wanted != null && wanted.getMediaType().isCompatible(PAPER);
        return Response.ok(
                        onPaper ? ReceiptPaper.pdf(found.view()) : found.view(),
                        onPaper ? PAPER : MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
