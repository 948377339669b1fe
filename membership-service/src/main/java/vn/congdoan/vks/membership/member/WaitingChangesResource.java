package vn.congdoan.vks.membership.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// What members of all units in scope ask to have changed.
@Path("/api/v1/members/change-requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class WaitingChangesResource {

    private final ChangeRequests requests;
    private final Members members;
    private final ChangeRequestViews views;
    private final Caller caller;

    WaitingChangesResource(ChangeRequests requests, Members members, ChangeRequestViews views, Caller caller) {
        this.requests = requests;
        this.members = members;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_CHANGE_REQUESTS)
    @Transactional
    @Operation(
            summary = "List change requests of members in scope",
            description = "The last first, without values: these are read one by one, for a purpose.")
    public Page<ChangeRequestView> listChangeRequests(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of those below it inside its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("status") @Parameter(description = "Only with this status") @Nullable ChangeRequestStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        List<ChangeRequest> found = requests.inUnits(
                caller.visible(Permission.READ_CHANGE_REQUESTS, unit).inScope(), status, before, limit.rowsToRead());
        Map<MemberId, Member> of =
                members.byId(found.stream().map(ChangeRequest::memberId).toList());
        return Page.of(
                found,
                limit,
                each -> views.view(each, Objects.requireNonNull(of.get(each.memberId())), false),
                last -> IdCursor.after(last.id().value()));
    }
}
