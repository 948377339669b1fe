package vn.congdoan.vks.platform.sync;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;

/// What is here of a node's records, condensed, for comparison with the other end.
@Path("/api/v1/sync/{service}/digests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sync")
public class DigestsResource {

    private static final String NODE = "Name of the node that wrote the records";
    private static final String MONTH = "Month in Vietnam of the record's last change";

    private final Watching watching;
    private final Digests digests;

    DigestsResource(Watching watching, Digests digests) {
        this.watching = watching;
        this.digests = digests;
    }

    /// All digests of a node.
    @Schema(name = "Digests", description = "A node's records by kind and month, condensed", examples = Answer.EXAMPLE)
    public record Answer(
            @Schema(description = "By kind and month, all of them")
            List<Digests.Digest> items) {

        static final String EXAMPLE = """
                {"items": [{"type": "member", "month": "2026-11", "count": 412,
                            "digest": "8f14e45fceea167a5a36dedd4bea2543"}]}
                """;
    }

    @GET
    @Needs(Permission.READ_NODES)
    @Operation(
            summary = "Condense a node's records by kind and month",
            description =
                    "The records that the node wrote and that are not for its own union alone: at the node as it wrote"
                            + " them, at the central node as they came. Both ends hold the same where the digests are equal;"
                            + " what is under way differs.")
    public Answer listDigests(
            @RestPath("service") String service,
            @RestQuery("node") @Parameter(description = NODE, required = true, example = "qng") @Nullable String node,
            @RestQuery("type") @Parameter(description = "Of one kind of record only", example = "member") @Nullable
                    String type,
            @RestQuery("month")
                    @Parameter(description = MONTH, example = "2026-11", schema = @Schema(pattern = ComparedMonth.FORM))
                    @Nullable
                    String month) {
        String known = requireNode(service, node);
        ComparedMonth asked = month == null
                ? null
                : ComparedMonth.parse(month).orElseThrow(() -> Invalid.parameter("month", "not-a-month"));
        return new Answer(digests.of(known, type, asked));
    }

    @GET
    @Path("/{type}/{month}")
    @Needs(Permission.READ_NODES)
    @Operation(
            summary = "List a node's records of one kind and month, condensed",
            description = "In the order of their ids. Two ends have the same of a record where the hashes are equal.")
    public Page<Digests.OfRecord> listDigestsOfRecords(
            @RestPath("service") String service,
            @RestPath("type") @Parameter(description = "Kind of record", example = "member") String type,
            @RestPath("month") @Parameter(description = MONTH, example = "2026-11") String month,
            @RestQuery("node") @Parameter(description = NODE, required = true, example = "qng") @Nullable String node,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        String known = requireNode(service, node);
        ComparedMonth asked = ComparedMonth.parse(month).orElseThrow(NotFound::new);
        UUID after = cursor == null ? null : IdCursor.read(cursor);
        return Page.of(
                digests.page(known, type, asked, after, limit.rowsToRead()),
                limit,
                each -> each,
                last -> IdCursor.after(last.id()));
    }

    private String requireNode(String service, @Nullable String node) {
        watching.requireReader();
        Set<String> known = watching.names(service);
        if (node == null) {
            throw Invalid.parameter("node", "required");
        }
        if (!known.contains(node)) {
            throw NotFound.parameter("node");
        }
        return node;
    }
}
