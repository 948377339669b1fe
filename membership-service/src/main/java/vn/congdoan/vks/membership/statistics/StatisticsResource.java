package vn.congdoan.vks.membership.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import vn.congdoan.vks.platform.problem.NotFound;

/// Numbers of members.
@Path("/api/v1/units/{id}/statistics")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class StatisticsResource {

    private final MemberCounts counts;
    private final Caller caller;
    private final Clock clock;

    StatisticsResource(MemberCounts counts, Caller caller, Clock clock) {
        this.counts = counts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_STATISTICS)
    @Operation(
            summary = "Count the members of a unit",
            description =
                    "On any day, on the tree of that day, from what is known today. 404 where there was no such unit.")
    public UnitStatistics getUnitStatistics(
            @RestPath("id") UnitId id,
            @RestQuery("asOf") @Parameter(description = "The day; today unless told", example = "2022-12-31") @Nullable
                    LocalDate asOf) {
        caller.see(Permission.READ_STATISTICS, id);
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        return counts.of(id, day).orElseThrow(NotFound::new);
    }
}
