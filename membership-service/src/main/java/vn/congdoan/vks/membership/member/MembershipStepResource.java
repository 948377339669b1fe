package vn.congdoan.vks.membership.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// The steps of a membership, each with its decision.
@Path("/api/v1/members/{id}/steps")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MembershipStepResource {

    private final Members members;
    private final MemberViews views;
    private final MembershipStepList list;

    MembershipStepResource(Members members, MemberViews views, MembershipStepList list) {
        this.members = members;
        this.views = views;
        this.list = list;
    }

    @GET
    @Needs(value = Permission.READ_MEMBERS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "List the steps of a membership",
            description =
                    "In the order in which they were recorded: from the application or enrolment to the end, with"
                            + " transfers and reorganizations between, each with its decision. Whoever reads the member reads them.")
    public Page<MembershipStepView> listMembershipSteps(
            @RestPath("id") MemberId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID after = cursor == null ? null : IdCursor.read(cursor);
        views.requireVisible(members.require(id));
        return Page.of(list.of(id, after, limit.rowsToRead()), limit, view -> view, last -> IdCursor.after(last.id()));
    }
}
