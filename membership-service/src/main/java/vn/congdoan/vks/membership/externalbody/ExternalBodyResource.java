package vn.congdoan.vks.membership.externalbody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;

/// Bodies outside the organization. Published to all staff, kept by the central union.
@Path("/api/v1/external-bodies")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "external bodies", description = "Bodies outside the tree that command, fund, decide or award")
public class ExternalBodyResource {

    private static final String LIST = "external-bodies";

    private final ExternalBodies bodies;
    private final ExternalBodyList list;
    private final KeepingExternalBodies keeping;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;
    private final Clock clock;

    ExternalBodyResource(
            ExternalBodies bodies,
            ExternalBodyList list,
            KeepingExternalBodies keeping,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once,
            Clock clock) {
        this.bodies = bodies;
        this.list = list;
        this.keeping = keeping;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_UNITS)
    @Operation(
            summary = "List external bodies",
            description = "Those that exist on one day, in the Vietnamese order of their names.")
    public Page<ExternalBodyView> listExternalBodies(
            @RestQuery("kind") @Parameter(description = "Only bodies of this kind") @Nullable ExternalBodyKind kind,
            @RestQuery("q")
                    @Parameter(description = "Part of the name, without regard to diacritics", example = "lien doan")
                    @Nullable
                    String q,
            @RestQuery("asOf") @Parameter(description = "The day; today unless told", example = "2022-12-31") @Nullable
                    LocalDate asOf,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        List<ExternalBodyView> rows =
                list.page(new ExternalBodyList.Filter(kind, q), day, after(cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                body -> body,
                last -> cursors.after(LIST, List.of(last.name(), last.id().toString())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_UNITS)
    @Transactional
    @Operation(summary = "Read an external body", description = "Also one that has ended.")
    @Answers(value = ExternalBodyView.class, as = "The external body")
    public Response getExternalBody(@RestPath("id") ExternalBodyId id) {
        requireReader();
        return shown(bodies.require(id));
    }

    @POST
    @Needs(Permission.KEEP_CATALOGUES)
    @Transactional
    @ResponseStatus(201)
    @Operation(summary = "Record an external body", description = "By an OFFICER of the central union.")
    @Answers(value = ExternalBodyView.class, as = "The new external body")
    public Response createExternalBody(@NotNull @Valid NewExternalBody form) {
        return once.run(
                form,
                () -> keeping.record(new ExternalBodyId(Ids.next()), form),
                body -> getExternalBody(new ExternalBodyId(body)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_CATALOGUES)
    @Transactional
    @Operation(summary = "Record an external body under an id of the client's")
    @Answers(value = ExternalBodyView.class, as = "The new external body")
    public Response createExternalBodyWithId(
            @RestPath("id") ExternalBodyId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewExternalBody form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.record(id, form);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Needs(Permission.KEEP_CATALOGUES)
    @Transactional
    @Operation(
            summary = "Correct the name of an external body, or say when it ends",
            description = "A merge patch (RFC 7396) of `name` and `validTo`, by an OFFICER of the central union. A body"
                    + " that goes on as another one ends, and the other is recorded anew.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/merge-patch+json",
                        schema = @Schema(implementation = ExternalBodyPatch.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ExternalBodyPatch.class))
            })
    @Answers(value = ExternalBodyView.class, as = "The changed external body")
    public Response reviseExternalBody(
            @RestPath("id") ExternalBodyId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode patch)
            throws JsonProcessingException {
        requireReader();
        return shown(keeping.revise(id, ifMatch, patch));
    }

    private void requireReader() {
        if (!caller.holds(Permission.READ_UNITS)) {
            throw new NotFound();
        }
    }

    private static Response shown(ExternalBody body) {
        return Response.ok(body.view()).tag(KeepingExternalBodies.tag(body)).build();
    }

    private ExternalBodyList.@Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = cursors.read(LIST, cursor);
        return new ExternalBodyList.After(
                keys.getFirst(),
                Ids.parse(keys.getLast()).orElseThrow(() -> Invalid.parameter("cursor", "invalid-cursor")));
    }
}
