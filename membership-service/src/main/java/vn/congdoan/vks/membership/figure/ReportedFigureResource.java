package vn.congdoan.vks.membership.figure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Figures as reports say them, read by whoever reads statistics there.
@Path("/api/v1/reported-figures")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "reported figures",
        description = "Figures as reports print them, which stand beside those that are computed from records")
public class ReportedFigureResource {

    private static final String LIST = "reported-figures";

    private final ReportedFigures figures;
    private final ReportedFigureList list;
    private final KeepingFigures keeping;
    private final Units units;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;
    private final Clock clock;

    ReportedFigureResource(
            ReportedFigures figures,
            ReportedFigureList list,
            KeepingFigures keeping,
            Units units,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once,
            Clock clock) {
        this.figures = figures;
        this.list = list;
        this.keeping = keeping;
        this.units = units;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_STATISTICS)
    @Transactional
    @Operation(
            summary = "List reported figures",
            description = "Figures of units within the caller's reach, the latest year first, also those that were"
                    + " withdrawn unless `status` says otherwise. Within a year: the terms that begin in it, quarters,"
                    + " halves, months, the year as a whole, the last of each first.")
    public Page<ReportedFigureView> listReportedFigures(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of those below it inside its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("period")
                    @Parameter(
                            description = "Only of this very period",
                            schema = @Schema(implementation = FigurePeriod.class),
                            example = "2022")
                    @Nullable
                    String period,
            @RestQuery("year")
                    @Min(1900)
                    @Max(2199)
                    @Parameter(
                            description = "Only of this year and its halves, quarters and months; not of terms",
                            example = "2022")
                    @Nullable
                    Integer year,
            @RestQuery("indicator") @Parameter(description = "Only of this indicator") @Nullable Indicator indicator,
            @RestQuery("status") @Parameter(description = "Only with this status") @Nullable FigureStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID[] visible = caller.visible(Permission.READ_STATISTICS, unit).all();
        FigurePeriod asked = period == null ? null : FigurePeriod.asked(period);
        ReportedFigureList.Filter filter = new ReportedFigureList.Filter(asked, year, indicator, status);
        return Page.of(
                list.page(visible, filter, LocalDate.now(clock), after(cursor), limit.rowsToRead()),
                limit,
                row -> row,
                last -> cursors.after(
                        LIST, List.of(last.period().text(), last.id().toString())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_STATISTICS)
    @Transactional
    @Operation(summary = "Read a reported figure", description = "Also one that was withdrawn.")
    @Answers(ReportedFigureView.class)
    public Response getReportedFigure(@RestPath("id") ReportedFigureId id) {
        ReportedFigure figure = figures.require(id);
        caller.see(Permission.READ_STATISTICS, figure.unitId());
        return shown(figure);
    }

    @GET
    @Path("/{id}/history")
    @Needs(Permission.READ_STATISTICS)
    @Transactional
    @Operation(
            summary = "Read what was done to a reported figure",
            description = "Who recorded, corrected or withdrew it, when, why, and what stood there before; the last"
                    + " first. Who it was is told only within the union.")
    public Page<FigureStepView> getReportedFigureHistory(
            @RestPath("id") ReportedFigureId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        Reach reach = caller.see(Permission.READ_STATISTICS, figures.require(id).unitId());
        return Page.of(
                figures.steps(id, before, limit.rowsToRead()),
                limit,
                step -> step.view(reach == Reach.SCOPE),
                last -> IdCursor.after(last.id()));
    }

    @POST
    @Needs(Permission.KEEP_FIGURES)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Record a reported figure",
            description = "By an OFFICER or an ACCOUNTANT, exactly as the report says it, even where records say"
                    + " something else. It books nothing and counts nothing.")
    @Answers(ReportedFigureView.class)
    public Response recordFigure(@NotNull @Valid NewReportedFigure form) {
        return once.run(
                form,
                () -> recorded(keeping.record(new ReportedFigureId(Ids.next()), form)),
                id -> getReportedFigure(new ReportedFigureId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_FIGURES)
    @Transactional
    @Operation(
            summary = "Record a reported figure under an id of the client's",
            description = "For clients that may have to repeat the request: an equal body again answers 200. A figure"
                    + " that stands is not replaced but corrected.")
    @Answers(ReportedFigureView.class)
    public Response recordFigureWithId(
            @RestPath("id") ReportedFigureId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewReportedFigure form) {
        ETags.requireCreation(ifNoneMatch);
        return recorded(keeping.record(id, form));
    }

    @POST
    @Path("/{id}/correct")
    @Needs(Permission.KEEP_FIGURES)
    @Transactional
    @Operation(
            summary = "Correct a reported figure",
            description = "Where something else was recorded than the report says: replaces the value, its qualifier,"
                    + " print, source and note as a whole, for a reason. What stood there before stays in the history."
                    + " One of another unit, period or indicator is withdrawn and recorded anew.")
    @Answers(ReportedFigureView.class)
    public Response correctFigure(
            @RestPath("id") ReportedFigureId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid FigureCorrection form) {
        return once.run(form, () -> shown(keeping.correct(id, ifMatch, form)), _ -> getReportedFigure(id));
    }

    @POST
    @Path("/{id}/withdraw")
    // A body of one text would be read from plain text as well.
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_FIGURES)
    @Transactional
    @Operation(
            summary = "Withdraw a reported figure",
            description = "One that should never have been recorded, for a reason. It stays to be read.")
    @Answers(value = ReportedFigureView.class, as = "The withdrawn figure")
    public Response withdrawFigure(
            @RestPath("id") ReportedFigureId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid FigureWithdrawal form) {
        return once.run(form, () -> shown(keeping.withdraw(id, ifMatch, form)), _ -> getReportedFigure(id));
    }

    private Response recorded(KeepingFigures.Outcome outcome) {
        ReportedFigure figure = outcome.figure();
        return outcome.created()
                ? Created.at("/api/v1/reported-figures/" + figure.id(), view(figure), tag(figure))
                : Created.already(view(figure), tag(figure));
    }

    private Response shown(ReportedFigure figure) {
        return Response.ok(view(figure)).tag(tag(figure)).build();
    }

    private ReportedFigureView view(ReportedFigure figure) {
        return figure.view(units.require(figure.unitId()).refOn(LocalDate.now(clock)));
    }

    private static EntityTag tag(ReportedFigure figure) {
        return ETags.of(figure.version(), "figure");
    }

    private ReportedFigureList.@Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = cursors.read(LIST, cursor);
        return new ReportedFigureList.After(new FigurePeriod(keys.getFirst()), UUID.fromString(keys.getLast()));
    }
}
