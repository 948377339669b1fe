package vn.congdoan.vks.membership.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;

/// Whoever was refused or has left applies again, on the same record.
@Path("/api/v1/members/{id}/reapply")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class ReapplicationResource {

    private static final String REAPPLICATION = """
            {"unitId": "019366a0-0000-7000-8000-000000000051"}
            """;

    private final Members members;
    private final MemberViews views;
    private final ReadmittingMembers readmitting;
    private final Caller caller;
    private final OnlyOnce once;

    ReapplicationResource(
            Members members, MemberViews views, ReadmittingMembers readmitting, Caller caller, OnlyOnce once) {
        this.members = members;
        this.views = views;
        this.readmitting = readmitting;
        this.caller = caller;
        this.once = once;
    }

    /// Where somebody applies again.
    @Schema(name = "Reapplication", description = "Where somebody applies again", examples = REAPPLICATION)
    public record Reapplication(
            @NotNull @Schema(description = "The unit that the person applies to")
            UnitId unitId) {}

    @POST
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Take the application of somebody who was refused or has left",
            description =
                    "On the same record, which is APPLIED again until the CHAIR decides; a readmission rests on the"
                            + " superior's decision. Not of the deceased.")
    @Answers(MemberView.class)
    public Response reapplyForMembership(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reapplication form) {
        return once.run(form, () -> reapply(id, ifMatch, form.unitId()), _ -> views.answer(members.require(id)));
    }

    private Response reapply(MemberId id, @Nullable String ifMatch, UnitId unitId) {
        Member member = members.requireToChange(id);
        views.requireVisible(member);
        caller.act(Permission.KEEP_MEMBERS, member.unitId());
        ETags.requireMatch(ifMatch, member.version());
        caller.actAt("/unitId", Permission.KEEP_MEMBERS, unitId);
        readmitting.reapply(member, unitId);
        return views.answer(member);
    }
}
