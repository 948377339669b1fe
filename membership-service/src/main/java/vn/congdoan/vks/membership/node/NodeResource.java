package vn.congdoan.vks.membership.node;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// The provincial nodes. Kept by the central union; a union sees its own.
@Path("/api/v1/sync/nodes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sync")
public class NodeResource {

    private static final String LIST = "nodes";
    private static final String FIRST_PAGE = "";

    private static final String REASON = """
            {"reason": "Máy chủ của tỉnh bị xâm nhập"}
            """;

    private final Nodes nodes;
    private final NodeList list;
    private final KeepingNodes keeping;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    NodeResource(
            Nodes nodes, NodeList list, KeepingNodes keeping, SealedCursors cursors, Caller caller, OnlyOnce once) {
        this.nodes = nodes;
        this.list = list;
        this.keeping = keeping;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    /// Why a node is suspended or resumed.
    @Schema(name = "NodeReason", description = "Why a node is suspended or resumed", examples = REASON)
    public record Reason(
            @NotBlank @Size(max = 500) @Schema(description = "Why", examples = "Máy chủ của tỉnh bị xâm nhập")
            String reason) {}

    @GET
    @Needs(Permission.READ_NODES)
    @Operation(
            summary = "List the provincial nodes",
            description = "In the order of their names: to the central union all, to a union its own.")
    public Page<NodeView> listNodes(
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        String after = cursor == null ? FIRST_PAGE : cursors.read(LIST, cursor).getFirst();
        List<NodeView> rows = list.page(caller.visible(Permission.READ_NODES, null), after, limit.rowsToRead());
        return Page.of(rows, limit, node -> node, last -> cursors.after(LIST, List.of(last.name())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_NODES)
    @Transactional
    @Operation(
            summary = "Read a provincial node",
            description = "By ADMIN, CHAIR and INSPECTOR of its union or of the central union.")
    @Answers(NodeView.class)
    public Response getNode(@RestPath("id") NodeId id) {
        Node node = nodes.require(id);
        caller.see(Permission.READ_NODES, node.unionId());
        return shown(node);
    }

    @POST
    @Needs(Permission.KEEP_NODES)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Register a provincial node",
            description =
                    "By an ADMIN of the central union. The node of a union that has no records yet is ACTIVE at once:"
                            + " from then on they are written there, and here it is answered 409 `owned-elsewhere`. Otherwise it is"
                            + " PREPARING until the records are handed over.")
    @APIResponse(
            responseCode = "201",
            description = "The new node",
            content = @Content(schema = @Schema(implementation = NodeView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was registered before from an equal body",
            content = @Content(schema = @Schema(implementation = NodeView.class)))
    public Response registerNode(@NotNull @Valid NewNode form) {
        return once.run(form, () -> keeping.register(form), node -> getNode(new NodeId(node)));
    }

    @POST
    @Path("/{id}/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_NODES)
    @Transactional
    @Operation(
            summary = "Hand a union's records over to its node",
            description = "By an ADMIN of the central union. From now on nobody writes the records of the union, and"
                    + " of the ended unions that it inherited: 503 `records-move` with `Retry-After`. The node fetches"
                    + " what stays at home, sealed; as soon as it has everything it is ACTIVE and writes them. Until"
                    + " then `keep-records` takes it back.")
    @Answers(value = NodeView.class, as = "The node, MOVING")
    public Response handOver(
            @RestPath("id") NodeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason form) {
        return once.run(form, () -> shown(keeping.beginHandOver(id, ifMatch, form.reason())), _ -> getNode(id));
    }

    @POST
    @Path("/{id}/keep-records")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_NODES)
    @Transactional
    @Operation(
            summary = "Keep a union's records that were to move",
            description = "By an ADMIN of the central union, as long as the node is MOVING: it is PREPARING again, and"
                    + " the records are written at the central node.")
    @Answers(value = NodeView.class, as = "The node, PREPARING")
    public Response keepRecords(
            @RestPath("id") NodeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason form) {
        return once.run(form, () -> shown(keeping.keepRecords(id, ifMatch, form.reason())), _ -> getNode(id));
    }

    /// Said by the node's own account, once all services of the node have all that moves: from now on the union's
    /// records are written there. Part of the protocol of nodes (docs/nodes.md).
    @POST
    @Path("/{id}/take-over")
    @Needs(Permission.SYNCHRONIZE)
    @Transactional
    @Operation(hidden = true)
    public Response takeOver(@RestPath("id") NodeId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return shown(keeping.takeOver(id, ifMatch));
    }

    @POST
    @Path("/{id}/suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_NODES)
    @Transactional
    @Operation(
            summary = "Suspend a provincial node",
            description = "By an ADMIN of the central union. It may not synchronise until it is resumed; who writes its"
                    + " union's records stays as it is.")
    @Answers(value = NodeView.class, as = "The node, SUSPENDED")
    public Response suspendNode(
            @RestPath("id") NodeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason form) {
        return once.run(form, () -> shown(keeping.suspend(id, ifMatch, form.reason())), _ -> getNode(id));
    }

    @POST
    @Path("/{id}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_NODES)
    @Transactional
    @Operation(
            summary = "Resume a provincial node",
            description =
                    "By an ADMIN of the central union. The node is again what it was before: ACTIVE or PREPARING.")
    @Answers(value = NodeView.class, as = "The node as it was before it was suspended")
    public Response resumeNode(
            @RestPath("id") NodeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason form) {
        return once.run(form, () -> shown(keeping.resume(id, ifMatch, form.reason())), _ -> getNode(id));
    }

    private static Response shown(Node node) {
        return Response.ok(node.view()).tag(KeepingNodes.tag(node)).build();
    }
}
