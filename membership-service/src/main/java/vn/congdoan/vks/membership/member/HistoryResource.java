package vn.congdoan.vks.membership.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

/// Who changed what about a member, when, from what to what.
@Path("/api/v1/members/{id}/history")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class HistoryResource {

    private final Members members;
    private final MemberViews views;
    private final MemberHistory history;

    HistoryResource(Members members, MemberViews views, MemberHistory history) {
        this.members = members;
        this.views = views;
        this.history = history;
    }

    @GET
    @Needs(value = Permission.READ_MEMBERS, orOwnRecord = true)
    @Transactional
    @Operation(
            summary = "Read the history of a member",
            description =
                    "Every step and every change, the last first. Values of sensitive fields only in scope and for"
                            + " a stated purpose; that read is audited.")
    public Page<HistoryEntry> getMemberHistory(
            @RestPath("id") MemberId id,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why sensitive data is needed; recorded in the audit trail",
                            example = "Giải quyết hồ sơ trợ cấp")
                    @Nullable
                    String purpose,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        HistoryEntry.Sight sight = views.sight(members.require(id), purpose);
        List<HistoryEntry> rows = history.page(id, sight, before, limit.rowsToRead());
        return Page.of(rows, limit, Function.identity(), last -> IdCursor.after(last.id()));
    }
}
