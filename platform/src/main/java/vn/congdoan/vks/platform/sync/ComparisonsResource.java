package vn.congdoan.vks.platform.sync;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;

/// Comparisons of what a node has of its own records with what the central node has of them: once a day, and
/// whenever somebody asks.
@Path("/api/v1/sync/{service}/comparisons")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sync")
public class ComparisonsResource {

    private final Watching watching;
    private final Comparisons comparisons;
    private final OnlyOnce once;

    ComparisonsResource(Watching watching, Comparisons comparisons, OnlyOnce once) {
        this.watching = watching;
        this.comparisons = comparisons;
        this.once = once;
    }

    /// A comparison that is asked for.
    @Schema(name = "NewComparison", description = "A comparison that is asked for", examples = "{\"node\": \"qng\"}")
    public record NewComparison(
            @NotNull
            @Size(max = 31)
            @Schema(description = "Name of the node whose records are compared", examples = "qng")
            String node) {}

    @GET
    @Needs(Permission.READ_NODES)
    @Operation(
            summary = "List the comparisons",
            description =
                    "Of the nodes that the caller may see here, the newest first, without the records that differ.")
    public Page<ComparisonView> listComparisons(
            @RestPath("service") String service,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        watching.requireReader();
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        String[] nodes = watching.names(service).toArray(String[]::new);
        return Page.of(
                comparisons.page(nodes, before, limit.rowsToRead()),
                limit,
                row -> ComparisonView.of(row, null),
                row -> IdCursor.after(row.id()));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_NODES)
    @Operation(summary = "Read a comparison", description = "With the records that differ.")
    @Answers(ComparisonView.class)
    public Response getComparison(@RestPath("service") String service, @RestPath("id") UUID id) {
        Set<String> nodes = watching.names(service);
        Comparisons.Row row =
                comparisons.find(id).filter(each -> nodes.contains(each.node())).orElseThrow(NotFound::new);
        return Response.ok(view(row)).tag(tag(row)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.READ_NODES)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Ask for a comparison",
            description =
                    "By whoever may see the node, at the node or at the central one. The node's link makes it as soon as"
                            + " both ends reach each other: at the node within seconds, at the central one within a minute or two."
                            + " Differences are named and, where that takes nothing away, healed; the result can be read at both"
                            + " ends. Each node also does this once a day by itself.")
    @Answers(value = ComparisonView.class, as = "The comparison, which waits")
    public Response requestComparison(@RestPath("service") String service, @NotNull @Valid NewComparison form) {
        return once.run(form, () -> asked(service, form.node()), id -> getComparison(service, id));
    }

    private Response asked(String service, String node) {
        watching.requireReader();
        if (!watching.names(service).contains(node)) {
            throw Forbidden.unitOutOfScope("/node");
        }
        Comparisons.Row row = comparisons.find(comparisons.ask(node)).orElseThrow();
        return Created.at("/api/v1/sync/" + service + "/comparisons/" + row.id(), view(row), tag(row));
    }

    private ComparisonView view(Comparisons.Row row) {
        return ComparisonView.of(row, comparisons.differences(row.id(), ComparisonView.SHOWN));
    }

    private static EntityTag tag(Comparisons.Row row) {
        return ETags.of(row.endedAt() == null ? 0 : 1, "comparison");
    }
}
