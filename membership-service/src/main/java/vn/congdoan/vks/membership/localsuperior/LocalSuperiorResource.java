package vn.congdoan.vks.membership.localsuperior;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.time.BusinessTime;

/// The local superiors of a union. Published to all staff, kept by the union itself.
@Path("/api/v1/units/{id}/local-superiors")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class LocalSuperiorResource {

    private static final String LIST = "local-superiors";

    private final LocalSuperiors superiors;
    private final AssigningLocalSuperiors assigning;
    private final Units units;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    LocalSuperiorResource(
            LocalSuperiors superiors,
            AssigningLocalSuperiors assigning,
            Units units,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once) {
        this.superiors = superiors;
        this.assigning = assigning;
        this.units = units;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_UNITS)
    @Transactional
    @Operation(
            summary = "List the local superiors of a union",
            description = "All in the order of time, or with `asOf` the one of a day. Only unions have any.")
    public Page<LocalSuperiorView> listLocalSuperiors(
            @RestPath("id") UnitId id,
            @RestQuery("asOf") @Parameter(description = "Only the one of this day", example = "2022-12-31") @Nullable
                    LocalDate asOf,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        requireReadable(id);
        LocalDate after = after(cursor);
        List<LocalSuperior> rows = asOf == null
                ? superiors.page(id, after, limit.rowsToRead())
                : superiors.on(asOf, id).stream().toList();
        return Page.of(
                rows,
                limit,
                assigning::view,
                last -> cursors.after(LIST, List.of(last.validFrom().toString())));
    }

    @GET
    @Path("/{superiorId}")
    @Needs(Permission.READ_UNITS)
    @Transactional
    @Operation(
            summary = "Read one local superior of a union",
            description = "With the days for which it is, or was, the union's superior.")
    @Answers(value = LocalSuperiorView.class, as = "The local superior")
    public Response getLocalSuperior(
            @RestPath("id") UnitId id,
            @RestPath("superiorId") @Parameter(description = "Id of the link, not of the external body")
                    LocalSuperiorId superiorId) {
        requireReadable(id);
        LocalSuperior superior = superiors.require(id, superiorId);
        return Response.ok(assigning.view(superior))
                .tag(AssigningLocalSuperiors.tag(superior))
                .build();
    }

    @POST
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Record under which local superior a union is",
            description = "By an ADMIN of the union itself. The one before ends on the first day of the new one, which"
                    + " lasts until the next one begins: one that is recorded afterwards takes the rest of the days of"
                    + " the one that it begins in. No two begin on one day. Under an id of the client's an equal body"
                    + " again answers 200.")
    @APIResponse(
            responseCode = "201",
            description = "The new local superior",
            content = @Content(schema = @Schema(implementation = LocalSuperiorView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was recorded before from an equal body",
            content = @Content(schema = @Schema(implementation = LocalSuperiorView.class)))
    public Response assignLocalSuperior(@RestPath("id") UnitId id, @NotNull @Valid NewLocalSuperior form) {
        requireReadable(id);
        return once.run(
                form,
                () -> assigning.assign(id, form),
                superior -> getLocalSuperior(id, new LocalSuperiorId(superior)));
    }

    private void requireReadable(UnitId id) {
        if (!caller.holds(Permission.READ_UNITS)) {
            throw new NotFound();
        }
        units.require(id);
    }

    private @Nullable LocalDate after(@Nullable String cursor) {
        return cursor == null
                ? null
                : BusinessTime.parseDate(cursors.read(LIST, cursor).getFirst())
                        .orElseThrow(() -> Invalid.parameter("cursor", "invalid-cursor"));
    }
}
