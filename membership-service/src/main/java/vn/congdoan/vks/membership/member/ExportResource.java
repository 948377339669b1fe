package vn.congdoan.vks.membership.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.problem.Invalid;

/// A copy of a person's data, for the person.
@Path("/api/v1/members/{id}/export")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class ExportResource {

    private static final String PDF = "application/pdf";
    private static final MediaType PAPER = MediaType.valueOf(PDF);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, PAPER).build();

    private final Members members;
    private final MemberViews views;
    private final ExportingPersons exporting;
    private final PersonPaper paper;
    private final Caller caller;

    ExportResource(Members members, MemberViews views, ExportingPersons exporting, PersonPaper paper, Caller caller) {
        this.paper = paper;
        this.members = members;
        this.views = views;
        this.exporting = exporting;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, PDF})
    @Needs(value = Permission.KEEP_MEMBERS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "Export everything that is kept about a person",
            description =
                    "For the member, or by an officer in scope for a stated purpose, as JSON or on paper (`Accept:"
                            + " application/pdf`). Audited.")
    @APIResponse(
            responseCode = "200",
            description = "Everything that is kept about the person",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PersonExport.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response exportMember(
            @Context Request request,
            @RestPath("id") MemberId id,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "What for; required but for the own record. Recorded in the audit trail",
                            example = "Cung cấp theo yêu cầu của đoàn viên")
                    @Nullable
                    String purpose) {
        Member member = members.require(id);
        views.requireVisible(member);
        PersonExport export = exporting.export(member, purpose(member, purpose));
        Variant wanted = request.selectVariant(FORMS);
        boolean onPaper = wanted != null && wanted.getMediaType().isCompatible(PAPER);
        return Response.ok(onPaper ? paper.pdf(export) : export, onPaper ? PAPER : MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private String purpose(Member member, @Nullable String stated) {
        if (caller.isMember(member.id())) {
            return stated == null ? MemberViews.OWN_RECORD : stated;
        }
        caller.act(Permission.KEEP_MEMBERS, member.unitId());
        if (stated == null) {
            throw Invalid.parameter("purpose", "required");
        }
        return stated;
    }
}
