package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// What a member asks to have changed in the own record.
@Path("/api/v1/members/{id}/change-requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class ChangeRequestResource {

    private final Members members;
    private final MemberViews memberViews;
    private final ChangeRequests requests;
    private final RequestingChanges requesting;
    private final ChangeRequestViews views;
    private final OnlyOnce once;

    ChangeRequestResource(
            Members members,
            MemberViews memberViews,
            ChangeRequests requests,
            RequestingChanges requesting,
            ChangeRequestViews views,
            OnlyOnce once) {
        this.members = members;
        this.memberViews = memberViews;
        this.requests = requests;
        this.requesting = requesting;
        this.views = views;
        this.once = once;
    }

    @GET
    @Needs(value = Permission.READ_CHANGE_REQUESTS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "List what a member asked to have changed",
            description = "The last first. Values to the member; in scope for a stated purpose, and audited.")
    public Page<ChangeRequestView> listChangeRequestsOfMember(
            @RestPath("id") MemberId id,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(description = "Why the values are needed; recorded in the audit trail")
                    @Nullable
                    String purpose,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        Member member = members.require(id);
        boolean whole = views.seesValues(member, purpose);
        return Page.of(
                requests.ofMember(id, before, limit.rowsToRead()),
                limit,
                each -> views.view(each, member, whole),
                last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{request}")
    @Needs(value = Permission.READ_CHANGE_REQUESTS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "Read what a member asked to have changed",
            description = "Values to the member; in scope for a stated purpose, and audited.")
    @Answers(ChangeRequestView.class)
    public Response getChangeRequest(
            @RestPath("id") MemberId id,
            @RestPath("request") @Parameter(description = "Id of the change request") UUID request,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(description = "Why the values are needed; recorded in the audit trail")
                    @Nullable
                    String purpose) {
        Member member = members.require(id);
        views.requireVisible(member);
        ChangeRequest found = requests.require(id, new ChangeRequestId(request));
        return views.shown(found, member, views.seesValues(member, purpose));
    }

    @POST
    @Needs(value = Permission.REQUEST_CHANGES, orOwnRecord = true)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Ask to have the own record changed",
            description = "By the member. Unit, day of joining, member and card number are not asked for here.")
    @Answers(value = ChangeRequestView.class, as = "The request, WAITING")
    public Response requestChange(@RestPath("id") MemberId id, @NotNull @Valid Request form) {
        return once.run(form, () -> request(id, form), made -> shown(id, made));
    }

    @POST
    @Path("/{request}/accept")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Accept a change request",
            description = "Changes the record, if the named fields are still as they were when it was asked for.")
    @Answers(value = ChangeRequestView.class, as = "The request, ACCEPTED")
    public Response acceptChangeRequest(
            @RestPath("id") MemberId id,
            @RestPath("request") @Parameter(description = "Id of the change request") UUID request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return decide(id, request, ifMatch, null, requesting::accept);
    }

    @POST
    @Path("/{request}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(summary = "Refuse a change request", description = "With a reason, which the member reads.")
    @Answers(value = ChangeRequestView.class, as = "The request, REFUSED")
    public Response refuseChangeRequest(
            @RestPath("id") MemberId id,
            @RestPath("request") @Parameter(description = "Id of the change request") UUID request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Refusal form) {
        return decide(
                id, request, ifMatch, form, (waiting, member) -> requesting.refuse(waiting, member, form.reason()));
    }

    @POST
    @Path("/{request}/withdraw")
    @Needs(value = Permission.REQUEST_CHANGES, orOwnRecord = true)
    @Transactional
    @Operation(summary = "Withdraw a change request", description = "By the member, while it waits.")
    @Answers(value = ChangeRequestView.class, as = "The request, WITHDRAWN")
    public Response withdrawChangeRequest(
            @RestPath("id") MemberId id,
            @RestPath("request") @Parameter(description = "Id of the change request") UUID request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return decide(id, request, ifMatch, null, requesting::withdraw);
    }

    private static final String REQUEST = """
            {"changes": {"phone": "0905123456", "position": "Phó Trưởng phòng"}, "reason": "Đổi số điện thoại; quyết định bổ nhiệm mới"}
            """;

    private static final String REFUSAL = """
            {"reason": "Chưa có quyết định bổ nhiệm kèm theo"}
            """;

    /// What the member asks for.
    @Schema(name = "NewChangeRequest", description = "What a member asks to have changed", examples = REQUEST)
    public record Request(
            @NotNull
            @Schema(description = "A merge patch (RFC 7396) of the own record", implementation = MemberPatch.class)
            ObjectNode changes,

            @NotBlank @Size(max = 500) @Schema(description = "Why", examples = "Đổi số điện thoại")
            String reason) {}

    /// Why it is refused.
    @Schema(name = "ChangeRequestRefusal", description = "Why a request is refused", examples = REFUSAL)
    public record Refusal(
            @NotBlank @Size(max = 500) @Schema(description = "Why", examples = "Chưa có quyết định bổ nhiệm kèm theo")
            String reason) {}

    /// What is done with a request.
    @FunctionalInterface
    private interface Decided {
        void on(ChangeRequest request, Member member);
    }

    private Response request(MemberId id, Request form) {
        Member member = members.requireToChange(id);
        memberViews.requireVisible(member);
        ChangeRequest made = requesting.request(member, form.changes(), form.reason());
        String address = "/api/v1/members/" + id + "/change-requests/" + made.id();
        return Created.at(address, views.view(made, member, false), views.tag(made, false));
    }

    private Response decide(
            MemberId id, UUID request, @Nullable String ifMatch, @Nullable Object form, Decided decided) {
        return once.run(form, () -> decide(id, request, ifMatch, decided), _ -> shown(id, request));
    }

    private Response decide(MemberId id, UUID request, @Nullable String ifMatch, Decided decided) {
        Member member = members.requireToChange(id);
        views.requireVisible(member);
        ChangeRequest waiting = requests.requireToChange(id, new ChangeRequestId(request));
        views.requireMatch(waiting, ifMatch);
        decided.on(waiting, member);
        return views.shown(waiting, member, false);
    }

    private Response shown(MemberId id, UUID request) {
        Member member = members.require(id);
        views.requireVisible(member);
        return views.shown(requests.require(id, new ChangeRequestId(request)), member, false);
    }
}
