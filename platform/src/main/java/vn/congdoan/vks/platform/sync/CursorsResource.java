package vn.congdoan.vks.platform.sync;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// How far the nodes have each other's records.
@Path("/api/v1/sync/{service}/cursors")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sync")
public class CursorsResource {

    private static final String LIST = "cursors";

    private final Watching watching;
    private final Progressing progressing;
    private final SealedCursors cursors;

    CursorsResource(Watching watching, Progressing progressing, SealedCursors cursors) {
        this.watching = watching;
        this.progressing = progressing;
        this.cursors = cursors;
    }

    @GET
    @Needs(Permission.READ_NODES)
    @Operation(
            summary = "See how far the nodes have each other's records",
            description =
                    "In the order of their names: at the central node all that the caller may see, at a province's node"
                            + " itself. Both ends tell the same as far as they know: while they do not reach each other, the"
                            + " sender knows how much waits, and the receiver what it was told last.")
    public Page<NodeProgress> listCursors(
            @RestPath("service") String service,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        watching.requireReader();
        String after = cursor == null ? "" : cursors.read(LIST, cursor).getFirst();
        List<KnownNode> rows = watching.nodes(service).stream()
                .sorted(Comparator.comparing(KnownNode::name))
                .filter(each -> each.name().compareTo(after) > 0)
                .limit(limit.rowsToRead())
                .toList();
        return Page.of(rows, limit, progressing::of, last -> cursors.after(LIST, List.of(last.name())));
    }
}
