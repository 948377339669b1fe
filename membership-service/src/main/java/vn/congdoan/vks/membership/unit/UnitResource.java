package vn.congdoan.vks.membership.unit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;

/// Units of the organization. The tree is published to all staff, whatever their union.
@Path("/api/v1/units")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units", description = "The organization: unions, their sections and groups")
public class UnitResource {

    private static final String LIST = "units";
    private static final String AS_OF = "The day; today unless told";

    private final Units units;
    private final UnitList list;
    private final FoundingUnits founding;
    private final SealedCursors cursors;
    private final Caller caller;
    private final Clock clock;
    private final OnlyOnce once;

    UnitResource(
            Units units,
            UnitList list,
            FoundingUnits founding,
            SealedCursors cursors,
            Caller caller,
            Clock clock,
            OnlyOnce once) {
        this.once = once;
        this.units = units;
        this.list = list;
        this.founding = founding;
        this.cursors = cursors;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_UNITS)
    @Operation(
            summary = "List units",
            description = "Units as they are on a day, in the order of their codes. `code` also finds ended ones.")
    public Page<UnitView> listUnits(
            @RestQuery("code") @Parameter(description = "The whole code", example = "QNG") @Nullable String code,
            @RestQuery("parent") @Parameter(description = "Only units directly below this one") @Nullable UnitId parent,
            @RestQuery("kind") @Parameter(description = "Only units of this kind") @Nullable UnitKind kind,
            @RestQuery("q") @Parameter(description = "Part of the code or name, without regard to diacritics") @Nullable
                    String q,
            @RestQuery("asOf") @Parameter(description = AS_OF, example = "2022-12-31") @Nullable LocalDate asOf,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UnitList.Filter filter = new UnitList.Filter(code, parent, kind, q);
        List<UnitView> rows = list.page(filter, day(asOf), after(cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                unit -> unit,
                last -> cursors.after(
                        LIST,
                        List.of(
                                last.code(),
                                String.valueOf(!last.kind().isUnion()),
                                last.id().toString())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_UNITS)
    @Transactional
    @Operation(summary = "Read a unit", description = "As it is on a day; an ended unit as it was last.")
    @Answers(UnitView.class)
    public Response getUnit(
            @RestPath("id") UnitId id,
            @RestQuery("asOf") @Parameter(description = AS_OF, example = "2022-12-31") @Nullable LocalDate asOf) {
        if (!caller.holds(Permission.READ_UNITS)) {
            throw new NotFound();
        }
        Unit unit = units.require(id);
        return Response.ok(unit.viewOn(day(asOf)))
                .tag(ETags.of(unit.version(), "unit"))
                .build();
    }

    @POST
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Create a unit",
            description = "A section or group by an ADMIN of its union; a provincial union by the central union's.")
    @Answers(UnitView.class)
    public Response createUnit(@NotNull @Valid NewUnit form) {
        return once.run(
                form, () -> founding.found(new UnitId(Ids.next()), form), unit -> getUnit(new UnitId(unit), null));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_UNITS)
    @Transactional
    @Operation(summary = "Create a unit under an id of the client's")
    @Answers(UnitView.class)
    public Response createUnitWithId(
            @RestPath("id") UnitId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewUnit form) {
        ETags.requireCreation(ifNoneMatch);
        return founding.found(id, form);
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    private UnitList.@Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = cursors.read(LIST, cursor);
        return new UnitList.After(
                keys.getFirst(),
                Boolean.parseBoolean(keys.get(1)),
                Ids.parse(keys.getLast()).orElseThrow(() -> Invalid.parameter("cursor", "invalid-cursor")));
    }
}
