package vn.congdoan.vks.membership.node;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.VisibleUnits;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.problem.NotFound;

/// The keys of the nodes. A node's own are replaced at that node.
@Path("/api/v1/sync/keys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sync")
public class NodeKeyResource {

    private static final String REASON = """
            {"reason": "Thay khóa định kỳ hằng năm"}
            """;

    private static final String KEY = """
            {
              "id": "019366a0-0000-7000-8000-000000000901",
              "node": "qng",
              "unionId": "019366a0-0000-7000-8000-000000000051",
              "publicKey": "MCowBQYDK2VuAyEAq3JZmWRbFyZ+Uz3FhXYm8P1pWfTQ6hYcC6cXk0rG1Uo=",
              "madeAt": "2026-11-22T08:00:00Z",
              "retiredAt": null
            }
            """;

    private final NodeKeys keys;
    private final Caller caller;
    private final AuditTrail trail;
    private final OnlyOnce once;

    NodeKeyResource(NodeKeys keys, Caller caller, AuditTrail trail, OnlyOnce once) {
        this.keys = keys;
        this.caller = caller;
        this.trail = trail;
        this.once = once;
    }

    /// Why a key is replaced.
    @Schema(name = "KeyReason", description = "Why a node's key is replaced", examples = REASON)
    public record Reason(
            @NotBlank @Size(max = 500) @Schema(description = "Why", examples = "Thay khóa định kỳ hằng năm")
            String reason) {}

    /// A key of a node.
    @Schema(
            name = "NodeKey",
            description = "A key of a node, to which others seal what is for it alone",
            examples = KEY)
    public record View(
            UUID id,

            @Schema(description = "Name of the node", examples = "qng")
            String node,

            @Schema(description = "The union whose node it is")
            UnitId unionId,

            @Schema(
                    description = "X25519, X.509 in Base64",
                    examples = "MCowBQYDK2VuAyEAq3JZmWRbFyZ+Uz3FhXYm8P1pWfTQ6hYcC6cXk0rG1Uo=")
            String publicKey,

            @Schema(description = "When it was made", examples = "2026-11-22T08:00:00Z")
            Instant madeAt,

            @Schema(
                    description = "Since when nothing is sealed to it any more; null: it is in use",
                    examples = "2027-11-22T08:00:00Z",
                    nullable = true)
            @Nullable
            Instant retiredAt) {

        static View of(NodeKeyState state) {
            return new View(
                    state.id(),
                    state.node(),
                    state.ownerUnionId(),
                    state.publicKey(),
                    state.madeAt(),
                    state.retiredAt());
        }
    }

    /// Keys of nodes.
    @Schema(name = "NodeKeys", description = "Keys of nodes", examples = "{\"items\": [" + KEY + "]}")
    public record Views(
            @Schema(description = "By node, the latest first")
            List<View> items) {}

    @GET
    @Needs(Permission.READ_NODES)
    @Transactional
    @Operation(
            summary = "List the keys of nodes",
            description = "The public ones, retired ones included: to the central union those of all nodes, to a union"
                    + " those of its own.")
    public Views listNodeKeys() {
        VisibleUnits units = caller.visible(Permission.READ_NODES, null);
        return new Views(keys.all().stream()
                .filter(each -> units.reach(each.ownerUnionId()) != Reach.NONE)
                .map(View::of)
                .toList());
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_NODES)
    @Transactional
    @Operation(summary = "Read a key of a node", description = "The public one.")
    @Answers(View.class)
    public Response getNodeKey(@RestPath("id") UUID id) {
        NodeKeyState key = keys.published(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
        caller.see(Permission.READ_NODES, key.ownerUnionId());
        return Response.ok(View.of(key)).build();
    }

    @POST
    @Path("/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.GRANT_ASSIGNMENTS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Replace the key of this node",
            description =
                    "By an ADMIN of the union whose node this is, there. From then on others seal to the new key. What is"
                            + " under way still opens: the private half of the former one is destroyed only when"
                            + " nothing sealed to it can arrive any more. 409 `owned-elsewhere` while another node"
                            + " writes the union's records.")
    @Answers(View.class)
    public Response rotateNodeKey(@NotNull @Valid Reason form) {
        return once.run(form, () -> rotated(form), this::getNodeKey);
    }

    private Response rotated(Reason form) {
        UnitId union = keys.requireOwnUnion();
        caller.act(Permission.GRANT_ASSIGNMENTS, union);
        NodeKeyState made = keys.rotate(union);
        trail.changedBecause(form.reason(), "rotate", "node-key", made.id(), union, List.of("publicKey"));
        return Response.created(URI.create("/api/v1/sync/keys/" + made.id()))
                .entity(View.of(made))
                .build();
    }
}
