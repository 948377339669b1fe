package vn.congdoan.vks.welfare.period;

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
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Periods of the books of units' funds.
@Path("/api/v1/periods")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "periods", description = "Up to which day the books of a unit's funds are closed")
public class PeriodResource {

    private static final String LIST = "periods";

    private final Periods periods;
    private final PeriodViews views;
    private final ClosingPeriods closing;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    PeriodResource(
            Periods periods,
            PeriodViews views,
            ClosingPeriods closing,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once) {
        this.periods = periods;
        this.views = views;
        this.closing = closing;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List periods",
            description =
                    "Periods of units within the caller's reach, the latest first, those that were opened again as"
                            + " well.")
    public Page<PeriodView> listPeriods(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<Period> rows = periods.page(
                caller.visible(Permission.READ_FUNDS, unit).all(), cursors.place(LIST, cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                views.each(rows),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.lastDay(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(summary = "Read a period", description = "One period of a unit within the caller's reach.")
    @Answers(PeriodView.class)
    public Response getPeriod(@RestPath("id") PeriodId id) {
        return views.show(id);
    }

    @POST
    @Needs(Permission.CLOSE_PERIODS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Close the books of a unit's funds",
            description =
                    "By an ACCOUNTANT of the unit or of one above it in the same union: everything up to the end of a"
                            + " month that is over. From then on nothing is booked for these days: 409 period-closed. What each"
                            + " fund held and the last hash of its proof are noted.")
    @Answers(value = PeriodView.class, as = "The closed period")
    public Response closePeriod(@NotNull @Valid NewPeriod form) {
        return once.run(form, () -> closing.close(new PeriodId(Ids.next()), form), id -> views.show(new PeriodId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.CLOSE_PERIODS)
    @Transactional
    @Operation(summary = "Close the books under an id of the client's")
    @Answers(value = PeriodView.class, as = "The closed period")
    public Response closePeriodWithId(
            @RestPath("id") PeriodId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewPeriod form) {
        ETags.requireCreation(ifNoneMatch);
        return closing.close(id, form);
    }

    @POST
    @Path("/{id}/reopen")
    @Needs(Permission.REOPEN_PERIODS)
    @Transactional
    @Operation(
            summary = "Open a closed period again",
            description =
                    "By the CHAIR of the unit or of one above it in the same union, with the decision; from the latest"
                            + " one on: 409 later-period-closed. The period stays in the record as REOPENED, with who, when"
                            + " and why; to close its days once more makes a new one.")
    @Answers(PeriodView.class)
    public Response reopenPeriod(
            @RestPath("id") PeriodId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reopening form) {
        return once.run(form, () -> closing.reopen(id, ifMatch, form), same -> views.show(new PeriodId(same)));
    }
}
