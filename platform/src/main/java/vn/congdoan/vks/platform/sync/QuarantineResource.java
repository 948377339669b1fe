package vn.congdoan.vks.platform.sync;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.NotFound;

/// What nodes could not apply of each other's changes, to be seen at both ends, and cleared where it lies.
@Path("/api/v1/sync/{service}/quarantine")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sync")
public class QuarantineResource {

    private static final String REASON = """
            {"reason": "Bản ghi đã được sửa tại tỉnh"}
            """;

    private static final String ID = "Id of the change";

    private final Watching watching;
    private final QuarantineList list;
    private final TendingQuarantine tending;
    private final OnlyOnce once;

    QuarantineResource(Watching watching, QuarantineList list, TendingQuarantine tending, OnlyOnce once) {
        this.watching = watching;
        this.list = list;
        this.tending = tending;
        this.once = once;
    }

    /// Why a change is given up.
    @Schema(name = "DiscardReason", description = "Why a change is given up", examples = REASON)
    public record Reason(
            @NotBlank @Size(max = 500) @Schema(description = "Why", examples = "Bản ghi đã được sửa tại tỉnh")
            String reason) {}

    /// What became of a change.
    @Schema(
            name = "QuarantineOutcomeKind",
            description = "RELEASED: it is no longer set aside; QUARANTINED: it still is")
    public enum Outcome {
        RELEASED,
        QUARANTINED
    }

    /// What became of a change that was tried or given up.
    @Schema(
            name = "QuarantineOutcome",
            description = "What became of a change",
            examples = "{\"outcome\": \"RELEASED\", \"change\": null}")
    public record Tended(
            Outcome outcome,

            @Schema(description = "The change as it lies there now; null where it does not", nullable = true) @Nullable
            QuarantinedView change) {

        static Tended of(Optional<QuarantinedView> left) {
            return new Tended(left.isPresent() ? Outcome.QUARANTINED : Outcome.RELEASED, left.orElse(null));
        }
    }

    @GET
    @Needs(Permission.READ_NODES)
    @Operation(
            summary = "List the changes in quarantine",
            description =
                    "Changes that could not be applied, in the order in which they were made: other nodes' changes that"
                            + " lie here, and this node's changes that lie elsewhere, as far as the other node told when both"
                            + " spoke last (`at`; at most 100 for each node). They are tried again every minute while the nodes"
                            + " speak, and when something of their stream arrives.")
    public Page<QuarantinedView> listQuarantine(
            @RestPath("service") String service,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        watching.requireReader();
        UUID after = cursor == null ? null : IdCursor.read(cursor);
        return Page.of(
                list.page(watching.peers(service), after, limit.rowsToRead()),
                limit,
                each -> each,
                last -> IdCursor.after(last.changeId()));
    }

    @POST
    @Path("/{id}/retry")
    @Needs(Permission.KEEP_NODES)
    @Transactional
    @Operation(
            summary = "Try a change in quarantine at once",
            description = "By an ADMIN of the central union, at the node where it lies; with all of its stream.")
    @Answers(value = Tended.class, as = "What became of it")
    public Response retryQuarantined(
            @RestPath("service") String service, @RestPath("id") @Parameter(description = ID) UUID id) {
        return once.run(
                null,
                () -> {
                    tending.retry(id, requireKept(service, id));
                    return outcome(service, id);
                },
                _ -> outcome(service, id));
    }

    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_NODES)
    @Transactional
    @Operation(
            summary = "Give up a change in quarantine",
            description =
                    "By an ADMIN of the central union, at the node where it lies. The sender is asked to tell the record"
                            + " again as it is by then, so nothing is lost; what waited behind the change is tried at once. 409"
                            + " `entry-is-kept`: entries of books are not given up, because no later state makes up for them.")
    @Answers(value = Tended.class, as = "It is given up")
    public Response discardQuarantined(
            @RestPath("service") String service,
            @RestPath("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid Reason form) {
        return once.run(
                form,
                () -> {
                    tending.discard(id, requireKept(service, id), form.reason());
                    return outcome(service, id);
                },
                _ -> outcome(service, id));
    }

    private UnitId requireKept(String service, UUID id) {
        if (list.find(watching.peers(service), id).isEmpty()) {
            throw new NotFound();
        }
        return watching.requireKeeper();
    }

    private Response outcome(String service, UUID id) {
        return Response.ok(Tended.of(list.find(watching.peers(service), id))).build();
    }
}
