package vn.congdoan.vks.welfare.overview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.time.AskedYear;

/// This service's part of a unit's overview, which the gateway composes. Not part of the public API.
@Path("/internal/overview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

    private final WelfareFigures figures;
    private final Caller caller;

    OverviewResource(WelfareFigures figures, Caller caller) {
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Operation(hidden = true)
    public Part overview(@RestQuery("unit") @Nullable UnitId unit, @RestQuery("year") @Nullable String year) {
        AskedYear asked = AskedYear.of(unit, year);
        return figures.of(
                asked, caller.visible(Permission.READ_FUNDS, asked.unit()).all());
    }

    /// What the funds held when the year began (or their books did), what came and went in it, and what they held
    /// when it ended (today, if it has not), in đồng. Closed funds count as well: what they hold is not lost.
    ///
    /// @param funds how many of them were open in the year
    /// @param moved what came from funds of units that ended, less what went to others with the end of a unit
    public record Part(
            int funds,
            long openingBalance,
            long contributions,
            long otherIncome,
            long spent,
            long passedOn,
            long moved,
            long closingBalance) {}
}
