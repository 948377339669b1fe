package vn.congdoan.vks.membership.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.time.AskedYear;

/// This service's part of a unit's overview, which the gateway composes. Not part of the public API.
@Path("/internal/overview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

    private final StatisticsOfUnits statistics;
    private final Caller caller;
    private final Clock clock;

    OverviewResource(StatisticsOfUnits statistics, Caller caller, Clock clock) {
        this.statistics = statistics;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_STATISTICS)
    @Operation(hidden = true)
    public Part overview(@RestQuery("unit") @Nullable UnitId unit, @RestQuery("year") @Nullable String year) {
        AskedYear asked = AskedYear.of(unit, year);
        caller.see(Permission.READ_STATISTICS, asked.unit());
        LocalDate day = asked.lastDay(LocalDate.now(clock));
        UnitStatistics found =
                statistics.of(asked.unit(), day, Tree.THEN, asked.firstDay()).orElseThrow(NotFound::new);
        UnitStatistics.Figures own = found.own();
        Moves moves = Objects.requireNonNull(own.moves());
        return new Part(
                found.unit(),
                new Figures(
                        day,
                        own.members(),
                        own.female(),
                        own.femaleRate(),
                        moves.joined().members(),
                        moves.left().members()));
    }

    /// The unit and its figures.
    public record Part(UnitRef unit, Figures figures) {}

    /// Members at the end of the year or today, and who came and went.
    public record Figures(
            LocalDate asOf,
            int members,
            int female,
            @Nullable BigDecimal femaleRate,
            int joined,
            int left) {}
}
