package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.problem.Invalid;

/// Members' records.
@Path("/api/v1/members")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members", description = "Members, from the application to the end")
public class MemberResource {

    private final Members members;
    private final MemberViews views;
    private final RegisteringMembers registering;
    private final RevisingMembers revising;
    private final Caller caller;
    private final OnlyOnce once;

    MemberResource(
            Members members,
            MemberViews views,
            RegisteringMembers registering,
            RevisingMembers revising,
            Caller caller,
            OnlyOnce once) {
        this.once = once;
        this.members = members;
        this.views = views;
        this.registering = registering;
        this.revising = revising;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Needs(value = Permission.READ_MEMBERS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "Read a member",
            description =
                    "Sensitive data only in scope and for a stated purpose; that read is audited. As of a day: in the"
                            + " unit in which the member was counted then, as that was called; 404 where there was none. All else"
                            + " is what the record says today.")
    @Answers(value = MemberView.class, as = "The member as far as the caller may see it")
    public Response getMember(
            @RestPath("id") MemberId id,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why sensitive data is needed; recorded in the audit trail",
                            example = "Giải quyết hồ sơ trợ cấp")
                    @Nullable
                    String purpose,
            @RestQuery("asOf") @Parameter(description = "The day; today unless told", example = "2022-12-31") @Nullable
                    LocalDate asOf) {
        Member member = members.require(id);
        MemberViews.Shown shown = asOf == null ? views.show(member, purpose) : views.showAsOf(member, purpose, asOf);
        return Response.ok(shown.view()).tag(shown.tag()).build();
    }

    @POST
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @ResponseStatus(201)
    @Operation(summary = "Take an application", description = "The member is APPLIED until the CHAIR decides.")
    @Answers(MemberView.class)
    public Response applyForMembership(@NotNull @Valid MemberForm form) {
        MemberId id = form.id() == null ? new MemberId(Ids.next()) : form.id();
        return once.run(
                form,
                () -> applied(registering.apply(id, form)),
                applicant -> getMember(new MemberId(applicant), null, null));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(summary = "Take an application under an id of the client's")
    @Answers(MemberView.class)
    public Response applyForMembershipWithId(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid MemberForm form) {
        ETags.requireCreation(ifNoneMatch);
        if (form.id() != null && !form.id().equals(id)) {
            throw new Invalid("/id", "not-the-address");
        }
        return applied(registering.apply(id, form));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Change what is written down about a member",
            description = "A merge patch (RFC 7396) of the fields of an application, but for the unit.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/merge-patch+json",
                        schema = @Schema(implementation = MemberPatch.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MemberPatch.class))
            })
    @Answers(value = MemberView.class, as = "The changed member")
    public Response reviseMember(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode patch)
            throws JsonProcessingException {
        Member member = members.requireToChange(id);
        views.requireVisible(member);
        caller.act(Permission.KEEP_MEMBERS, member.unitId());
        ETags.requireMatch(ifMatch, member.version());
        revising.revise(member, patch);
        return views.answer(member);
    }

    private Response applied(RegisteringMembers.Outcome outcome) {
        MemberViews.Shown shown = views.show(outcome.member(), null);
        String address = "/api/v1/members/" + outcome.member().id();
        return outcome.created()
                ? Created.at(address, shown.view(), shown.tag())
                : Created.already(address, shown.view(), shown.tag());
    }
}
