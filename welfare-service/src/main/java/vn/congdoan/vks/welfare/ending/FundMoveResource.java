package vn.congdoan.vks.welfare.ending;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Moves of funds of units that have ended.
@Path("/api/v1/fund-moves")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "endings", description = "The end of a unit in the books: funds that move whole, closing statements")
public class FundMoveResource {

    private static final String LIST = "fund-moves";

    private final FundMoves moves;
    private final FundMoveViews views;
    private final MovingFunds moving;
    private final SealedCursors cursors;
    private final Caller caller;

    FundMoveResource(FundMoves moves, FundMoveViews views, MovingFunds moving, SealedCursors cursors, Caller caller) {
        this.moves = moves;
        this.views = views;
        this.moving = moving;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List moves of funds",
            description = "Of funds of units within the caller's reach that have ended, the latest first.")
    public Page<FundMoveView> listFundMoves(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it or before it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<FundMove> rows = moves.page(
                caller.visible(Permission.READ_FUNDS, unit).all(), cursors.place(LIST, cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                views.each(rows),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.movedOn(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read a move of a fund",
            description = "What both funds held before and after, account by account, and where both entries stand in"
                    + " the proofs of their funds: anybody can add up that nothing was lost.")
    @Answers(FundMoveView.class)
    public Response getFundMove(@RestPath("id") FundMoveId id) {
        return views.show(id);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Move a fund of an ended unit to another one, whole",
            description =
                    "By an ACCOUNTANT of both: everything that the fund holds, to the đồng, in one transaction; it is"
                            + " closed then and takes no booking any more. Money of one's own does not become money that"
                            + " passes through, nor the other way round, and the other fund may be spent on nothing that this one"
                            + " may not. 409 fund-has-promises while something approved is not paid, period-closed where"
                            + " either unit's books are closed for the day. An equal body again answers 200.")
    @Answers(FundMoveView.class)
    public Response moveFundWithId(
            @RestPath("id") FundMoveId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewFundMove form) {
        ETags.requireCreation(ifNoneMatch);
        return moving.move(id, form);
    }
}
