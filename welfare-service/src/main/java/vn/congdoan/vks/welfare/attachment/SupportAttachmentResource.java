package vn.congdoan.vks.welfare.attachment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.attachment.Attachment;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.http.TakesFile;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.welfare.support.SupportCaseId;

/// Papers at support cases.
@Path("/api/v1/support-cases/{id}/attachments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "support-cases",
        description =
                "Support for one person or household, from the request to the receipt: asked for, approved and paid by"
                        + " three people. Nobody outside the union knows that a case exists")
public class SupportAttachmentResource {

    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    private final KeepingPapers papers;
    private final OnlyOnce once;

    SupportAttachmentResource(KeepingPapers papers, OnlyOnce once) {
        this.papers = papers;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the papers at a support case",
            description = "What there is, those that were withdrawn as well; the files themselves one by one.")
    public Page<AttachmentView> listSupportAttachments(
            @RestPath("id") SupportCaseId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<Attachment> rows = papers.page(id, cursor == null ? null : IdCursor.read(cursor), limit.rowsToRead());
        return Page.of(rows, limit, AttachmentView::of, last -> IdCursor.after(last.id()));
    }

    @GET
    @Path("/{attachmentId}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read what is told of a paper",
            description = "What it is, how large, and whether it was withdrawn; not what is in it.")
    @Answers(AttachmentView.class)
    public Response getSupportAttachment(
            @RestPath("id") SupportCaseId id,
            @RestPath("attachmentId") @Parameter(description = "Id of the paper") AttachmentId attachment) {
        return papers.show(id, attachment);
    }

    @GET
    @Path("/{attachmentId}/content")
    @Needs(Permission.READ_SUPPORT)
    @Produces({PDF, JPEG, PNG})
    @Operation(
            summary = "Fetch a paper",
            description =
                    "The file, to be saved: `Content-Disposition: attachment`, never shown or guessed at. For a stated"
                            + " purpose only, and the read is audited. Papers about health only for those who may read health notes; what"
                            + " was withdrawn only for INSPECTOR: 409 attachment-withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response getSupportAttachmentContent(
            @RestPath("id") SupportCaseId id,
            @RestPath("attachmentId") @Parameter(description = "Id of the paper") AttachmentId attachment,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why the paper is needed; recorded in the audit trail",
                            required = true,
                            example = "Xét duyệt hồ sơ trợ cấp")
                    @Nullable
                    String purpose,
            @Context HttpHeaders wanted) {
        if (purpose == null) {
            throw Invalid.parameter("purpose", "required");
        }
        return papers.content(id, attachment, purpose, wanted);
    }

    @PUT
    @Path("/{attachmentId}")
    @TakesFile
    @Consumes({PDF, JPEG, PNG})
    @Needs(Permission.KEEP_SUPPORT_PAPERS)
    @Operation(
            summary = "Attach a paper to a support case",
            description =
                    "By OFFICER, ACCOUNTANT or CASHIER of the unit or of one above it in the same union: PDF, JPEG or PNG of at"
                            + " most 10 MB, told by its octets, as the body of the request; its name in `Content-Disposition`. At most 50 papers"
                            + " and 100 MB a case. It is kept sealed. An equal upload again answers 200.")
    @Answers(AttachmentView.class)
    public Response attachToSupport(
            @RestPath("id") SupportCaseId id,
            @RestPath("attachmentId")
                    @Parameter(description = "The client's id for the paper: a new UUID, best of version 7")
                    AttachmentId attachment,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION)
                    @Parameter(
                            description =
                                    "What the file is called: `attachment; filename*=UTF-8''` and the name in percent"
                                            + " encoding (RFC 8187). One name without folders, ending as files of its type do",
                            required = true,
                            example = "attachment; filename*=UTF-8''Bi%C3%AAn%20nh%E1%BA%ADn.pdf")
                    @Nullable
                    String disposition,
            @RestQuery("kind")
                    @Parameter(description = "What paper it is", required = true, example = "SIGNED_RECEIPT")
                    @Nullable
                    PaperKind kind,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            @RequestBody(
                            required = true,
                            description = "The file",
                            content = {
                                @Content(
                                        mediaType = PDF,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                                        example = "%PDF-1.7 … %%EOF"),
                                @Content(
                                        mediaType = JPEG,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream file) {
        ETags.requireCreation(ifNoneMatch);
        if (kind == null) {
            throw Invalid.parameter("kind", "required");
        }
        return papers.attach(id, attachment, kind, type.getType() + "/" + type.getSubtype(), disposition, file);
    }

    @DELETE
    @Path("/{attachmentId}")
    @Needs(Permission.KEEP_SUPPORT_PAPERS)
    @ResponseStatus(204)
    @Operation(
            summary = "Take a paper away",
            description =
                    "By whoever attached it, as long as nobody has decided on the case: the file is gone. Afterwards it can be"
                            + " withdrawn for a reason: 409 attachment-stays.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void removeSupportAttachment(
            @RestPath("id") SupportCaseId id,
            @RestPath("attachmentId") @Parameter(description = "Id of the paper") AttachmentId attachment) {
        papers.remove(id, attachment);
    }

    @POST
    @Path("/{attachmentId}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_SUPPORT_PAPERS)
    @Transactional
    @Operation(
            summary = "Withdraw a paper for a reason",
            description = "It counts no more. That it was there is still told, and INSPECTOR can still fetch it.")
    @Answers(AttachmentView.class)
    public Response withdrawSupportAttachment(
            @RestPath("id") SupportCaseId id,
            @RestPath("attachmentId") @Parameter(description = "Id of the paper") AttachmentId attachment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Withdrawal form) {
        return once.run(
                form, () -> papers.withdraw(id, attachment, ifMatch, form), same -> papers.show(id, attachment));
    }
}
