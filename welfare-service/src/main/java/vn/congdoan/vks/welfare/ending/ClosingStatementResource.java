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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

/// Closing statements of units that have ended.
@Path("/api/v1/closing-statements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "endings")
public class ClosingStatementResource {

    private static final String LIST = "closing-statements";

    private final ClosingStatements statements;
    private final StatingClosings stating;
    private final Remainders remainders;
    private final SealedCursors cursors;
    private final Caller caller;
    private final Clock clock;

    ClosingStatementResource(
            ClosingStatements statements,
            StatingClosings stating,
            Remainders remainders,
            SealedCursors cursors,
            Caller caller,
            Clock clock) {
        this.statements = statements;
        this.stating = stating;
        this.remainders = remainders;
        this.cursors = cursors;
        this.caller = caller;
        this.clock = clock;
    }

    /// What is left in the books of a unit.
    @Schema(name = "Remainders", description = "What is left in the books of a unit", examples = Left.EXAMPLE)
    record Left(
            UnitId unitId,

            @Schema(description = "What is left; empty: its closing statement can be made once it has ended")
            List<Remainder> left) {

        static final String EXAMPLE = """
                {
                  "unitId": "019366a0-0000-7000-8000-000000000062",
                  "left": [{"what": "FUNDS", "count": 1}, {"what": "SUPPORT_CASES", "count": 2}]
                }
                """;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List closing statements",
            description = "About units within the caller's reach, the latest first.")
    public Page<ClosingStatementView> listClosingStatements(
            @RestQuery("unit")
                    @Parameter(description = "Only about this unit and those below it or before it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<ClosingStatement> rows = statements.page(
                caller.visible(Permission.READ_FUNDS, unit).all(), cursors.place(LIST, cursor), limit.rowsToRead());
        Map<ClosingStatementId, List<FundMoveState>> moves = statements.moves(rows);
        return Page.of(
                rows,
                limit,
                each -> each.view(moves.getOrDefault(each.id(), List.of())),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.statedOn(), last.id().value())));
    }

    @GET
    @Path("/left")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read what is left in the books of a unit",
            description = "Everything that stands against its closing statement, with counts.")
    @Answers(value = Left.class, as = "What is left")
    public Response readWhatIsLeft(
            @RestQuery("unit") @Parameter(description = "The unit", required = true) @NotNull UnitId unit) {
        caller.see(Permission.READ_SUPPORT, unit);
        return Response.ok(new Left(unit, remainders.of(List.of(unit), LocalDate.now(clock))))
                .build();
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read a closing statement",
            description = "With all funds that the units had, where each went, and the sums before and after.")
    @Answers(ClosingStatementView.class)
    public Response getClosingStatement(@RestPath("id") ClosingStatementId id) {
        ClosingStatement found = statements.require(id);
        caller.see(Permission.READ_FUNDS, found.units().getFirst());
        return Response.ok(stating.view(found)).tag(StatingClosings.tag(found)).build();
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.CLOSE_PERIODS)
    @Transactional
    @Operation(
            summary = "State that nothing is left of units that have ended",
            description =
                    "By an ACCOUNTANT of what came after them: all funds have moved, and whatever the units had begun has"
                            + " come to its end; 422 tells what is left and how many. From then on nothing is begun for them any"
                            + " more: 409 unit-closed. An equal body again answers 200.")
    @Answers(ClosingStatementView.class)
    public Response stateClosingWithId(
            @RestPath("id") ClosingStatementId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewClosingStatement form) {
        ETags.requireCreation(ifNoneMatch);
        return stating.state(id, form);
    }
}
