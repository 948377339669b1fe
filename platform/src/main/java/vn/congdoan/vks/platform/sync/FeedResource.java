package vn.congdoan.vks.platform.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.Logged;
import vn.congdoan.vks.platform.change.LoggedChange;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;

/// The change log of this service, in the order of its positions, for the unions that are its audience.
@Path("/api/v1/sync/{service}/changes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sync", description = "The change logs of the services")
public class FeedResource {

    /// Who takes anything gets JSON.
    private static final String ONLY_WHERE_ASKED_FOR = ";qs=0.1";

    private final Changes changes;
    private final Caller caller;
    private final Contact contact;
    private final Peers peers;
    private final String service;
    private final Set<String> amongNodesAlone;

    FeedResource(
            Changes changes,
            Caller caller,
            Contact contact,
            Peers peers,
            Instance<Logged> logged,
            @ConfigProperty(name = "vks.service") String service) {
        this.changes = changes;
        this.caller = caller;
        this.contact = contact;
        this.peers = peers;
        this.service = service;
        this.amongNodesAlone = logged.stream()
                .flatMap(each -> each.types().stream())
                .filter(AggregateType::amongNodesAlone)
                .map(AggregateType::name)
                .collect(Collectors.toSet());
    }

    @GET
    @Needs(Permission.READ_CHANGES)
    @Operation(
            summary = "Read the change log",
            description =
                    "Changes after a position, in order, as far as a union is among their audience at which the caller"
                            + " holds the permission. A page may be empty and yet not be the last: ask on from `epoch`"
                            + " and `next` until `next` equals `head`. Positions ascend; where months were retired, and"
                            + " between the changes of others, there are gaps. 409 `position-void`: the database was"
                            + " restored from a backup that is older than the position; what was read after `last` is"
                            + " void, and the log goes on from there.")
    public Feed listChanges(
            @RestPath("service") String name,
            @RestQuery("epoch")
                    @Parameter(
                            description = "Epoch in which the position was read; needed unless `after` is 0",
                            example = "1")
                    @Nullable
                    Integer epoch,
            @RestQuery("after")
                    @DefaultValue("0")
                    @Parameter(
                            description = "Position that was read last; 0 for the beginning",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    Long after,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit) {
        if (!name.equals(service)) {
            throw new NotFound();
        }
        if (!caller.holds(Permission.READ_CHANGES)) {
            throw new Forbidden();
        }
        Position head = changes.head();
        requireStanding(epoch, after);
        Set<UUID> unions = caller.unionsOf(Permission.READ_CHANGES).stream()
                .map(union -> union.value())
                .collect(Collectors.toSet());
        Changes.Window window = changes.window(after, head.number(), unions, limit.value());
        return new Feed(
                head.epoch(),
                head.number(),
                window.changes().stream()
                        .filter(each -> !amongNodesAlone.contains(each.aggregateType()))
                        .map(each -> Entry.of(each, service, unions.contains(each.ownerUnion())))
                        .toList(),
                window.upTo());
    }

    /// The same for a province's node: whole transactions, as soon as there are any, as compressed lines. With `own` it
    /// reads as well what it made itself, to recover after a restore.
    @GET
    @Produces(Contact.LINES + ONLY_WHERE_ASKED_FOR)
    @Needs(Permission.SYNCHRONIZE)
    @Operation(hidden = true)
    public Response feedNode(
            @RestPath("service") String name,
            @RestQuery("epoch") @Nullable Integer epoch,
            @RestQuery("after") @Nullable Long after,
            @RestQuery("limit") @Nullable Integer limit,
            @RestQuery("wait") @Nullable Integer wait,
            @RestQuery("own") @Nullable Boolean own) {
        Feeding.Reader reader = peers.province(name, Boolean.TRUE.equals(own));
        return contact.feed(reader, new Contact.Asked(epoch, after, limit, wait));
    }

    private void requireStanding(@Nullable Integer epoch, long after) {
        if (after < 0) {
            throw Invalid.parameter("after", "not-a-position");
        }
        if (epoch == null) {
            if (after > 0) {
                throw Invalid.parameter("epoch", "required");
            }
            return;
        }
        long last = changes.endOf(epoch).orElseThrow(() -> Invalid.parameter("epoch", "unknown-epoch"));
        if (after > last) {
            throw new Conflict("position-void", Map.of("last", last));
        }
    }

    /// A page of the change log.
    @Schema(name = "Feed", description = "A page of the change log", examples = Feed.EXAMPLE)
    public record Feed(
            @Schema(description = "The current epoch: `next` is a position of it", examples = "1")
            int epoch,

            @Schema(description = "The last position of the log", examples = "1284")
            long head,

            @Schema(description = "The changes, in order") List<Entry> items,

            @Schema(description = "Position to ask on from", examples = "1284")
            long next) {

        static final String EXAMPLE = """
                {"epoch": 1, "head": 1284, "items": [], "next": 1284}
                """;
    }

    /// One change.
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "FeedEntry", description = "One change of an aggregate")
    public record Entry(
            @Schema(description = "Id of the change, the same on every node")
            UUID changeId,

            @Schema(description = "Place in the log") long position,

            @Schema(description = "Epoch of the position") int epoch,
            @Schema(description = "Epoch where it was made") int originEpoch,

            @Schema(description = "Position where it was made")
            long originPosition,

            ChangeKind kind,

            @Schema(description = "Service that owns the record", examples = "membership")
            String service,

            @Schema(description = "Kind of record", examples = "member")
            String aggregateType,

            @Schema(description = "Id of the record") UUID aggregateId,

            @Schema(description = "What its order is kept by")
            UUID streamKey,

            @Schema(description = "Version of the aggregate after the change")
            long version,

            @Schema(description = "Node where it was made", examples = "central")
            String originNode,

            @Schema(description = "Whose record it is") UUID ownerUnion,

            @Schema(description = "Unions that may read it; absent: everybody") @Nullable
            List<UUID> audience,

            @Schema(description = "Account that did it; absent: the system, or a union that is not the reader's")
            @Nullable
            String actor,

            @Schema(description = "The assignment that permitted it; like `actor`") @Nullable
            UUID assignmentId,

            @Schema(description = "Names the request in the logs; like `actor`") @Nullable
            String requestId,

            @Schema(description = "When it was written down")
            Instant recordedAt,

            @Schema(description = "The day from which it holds")
            LocalDate effectiveDate,

            @Schema(description = "What happened", examples = "admitted")
            String type,

            @Schema(description = "Version of the shape of `state`")
            int schemaVersion,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "The aggregate after the change") @Nullable
            String state) {

        static Entry of(LoggedChange change, String service, boolean own) {
            return new Entry(
                    change.id(),
                    change.position().number(),
                    change.position().epoch(),
                    change.originEpoch(),
                    change.originPosition(),
                    change.kind(),
                    service,
                    change.aggregateType(),
                    change.aggregateId(),
                    change.streamKey(),
                    change.version(),
                    change.originNode(),
                    change.ownerUnion(),
                    change.audience(),
                    own ? change.actor() : null,
                    own ? change.assignmentId() : null,
                    own ? change.requestId() : null,
                    change.recordedAt(),
                    change.effectiveDate(),
                    change.happened(),
                    change.schemaVersion(),
                    change.state() == null ? null : change.state().toString());
        }
    }
}
