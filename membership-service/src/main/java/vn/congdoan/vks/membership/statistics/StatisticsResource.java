package vn.congdoan.vks.membership.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;

/// Numbers of members.
@Path("/api/v1/units/{id}/statistics")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class StatisticsResource {

    /// Moves of a period are put together piece by piece between changes of the tree.
    private static final int MOST_YEARS = 10;

    private final StatisticsOfUnits statistics;
    private final Caller caller;
    private final Clock clock;

    StatisticsResource(StatisticsOfUnits statistics, Caller caller, Clock clock) {
        this.statistics = statistics;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_STATISTICS)
    @Operation(
            summary = "Count the members of a unit",
            description =
                    "On any day, from what is known today: on the tree of that day, or regrouped on today's, where a"
                            + " merged unit counts at its successor, one that was split at the main one, one without"
                            + " any under the unit it was last below, marked ended. With from, also who came and went."
                            + " 404 where there was (with tree=now: is) no such unit. How to recompute each number:"
                            + " docs/api.md.")
    public UnitStatistics getUnitStatistics(
            @RestPath("id") UnitId id,
            @RestQuery("asOf") @Parameter(description = "The day; today unless told", example = "2022-12-31") @Nullable
                    LocalDate asOf,
            @RestQuery("tree")
                    @DefaultValue("then")
                    @Parameter(description = "The tree of the day (then) or today's (now)", example = "now")
                    Tree tree,
            @RestQuery("from")
                    @Parameter(
                            description =
                                    "First day of the period, until asOf, of which moves are told; with tree=now at most"
                                            + " ten years before it",
                            example = "2022-01-01")
                    @Nullable
                    LocalDate from) {
        caller.see(Permission.READ_STATISTICS, id);
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        if (from != null && from.isAfter(day)) {
            throw Invalid.parameter("from", "after-as-of");
        }
        if (from != null && tree == Tree.NOW && from.isBefore(day.minusYears(MOST_YEARS))) {
            throw Invalid.parameter("from", "period-too-long");
        }
        return statistics.of(id, day, tree, from).orElseThrow(NotFound::new);
    }
}
