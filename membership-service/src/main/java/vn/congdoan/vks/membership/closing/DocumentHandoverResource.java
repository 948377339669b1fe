package vn.congdoan.vks.membership.closing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.openapi.Answers;

/// Documents of units that end, handed over.
@Path("/api/v1/document-handovers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "closings", description = "The end of units: what has to be done until it is final")
public class DocumentHandoverResource {

    private final HandingDocumentsOver handing;

    DocumentHandoverResource(HandingDocumentsOver handing) {
        this.handing = handing;
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(
            summary = "Read a record of documents handed over",
            description = "What was handed over to whom, and inside the union who signed.")
    @Answers(DocumentHandoverView.class)
    public Response getDocumentHandover(@RestPath("id") DocumentHandoverId id) {
        return handing.show(id);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Write down that documents were handed over",
            description = "By an OFFICER of the units that end, or of what came after them. It stays as it is; what was"
                    + " forgotten is another record. An equal body again answers 200.")
    @Answers(DocumentHandoverView.class)
    public Response handDocumentsOverWithId(
            @RestPath("id") DocumentHandoverId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewDocumentHandover form) {
        ETags.requireCreation(ifNoneMatch);
        return handing.handOver(id, form);
    }
}
