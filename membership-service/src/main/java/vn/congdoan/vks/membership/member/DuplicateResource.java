package vn.congdoan.vks.membership.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;

/// Members who are probably in the record more than once.
@Path("/api/v1/members/duplicates")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class DuplicateResource {

    private static final String LIST = "duplicate members";

    private final DuplicateMembers duplicates;
    private final SealedCursors cursors;
    private final Caller caller;

    DuplicateResource(DuplicateMembers duplicates, SealedCursors cursors, Caller caller) {
        this.duplicates = duplicates;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "List members who are probably in the record more than once",
            description = "Applicants, members and former members of the caller's scope: first those with one citizen"
                    + " id, then those with the same name but for diacritics and the same day of birth, or year where"
                    + " the day of one is not known. Records outside the scope are not compared.")
    public Page<Duplicates> listDuplicateMembers(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of those below it inside its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<DuplicateMembers.Row> rows = duplicates.page(
                caller.visible(Permission.KEEP_MEMBERS, unit).inScope(), after(cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                DuplicateMembers.Row::found,
                row -> cursors.after(
                        LIST,
                        List.of(row.position().reason().name(), row.position().key())));
    }

    private DuplicateMembers.@Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = cursors.read(LIST, cursor);
        return new DuplicateMembers.After(
                DuplicateMembers.reason(keys.getFirst())
                        .orElseThrow(() -> Invalid.parameter("cursor", "invalid-cursor")),
                keys.getLast());
    }
}
