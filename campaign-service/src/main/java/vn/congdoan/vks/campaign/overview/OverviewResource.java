package vn.congdoan.vks.campaign.overview;

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

    private final CampaignFigures figures;
    private final Caller caller;

    OverviewResource(CampaignFigures figures, Caller caller) {
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_CAMPAIGNS)
    @Operation(hidden = true)
    public Part overview(@RestQuery("unit") @Nullable UnitId unit, @RestQuery("year") @Nullable String year) {
        AskedYear asked = AskedYear.of(unit, year);
        return figures.of(
                asked, caller.visible(Permission.READ_CAMPAIGNS, asked.unit()).all());
    }

    /// What the asked unit and those below it in its union did in the year, up to today; zeros for a year to come.
    ///
    /// @param campaigns launched campaigns of these units that have a day in the year, from `startsOn` to `endsOn`
    /// @param launched campaigns of these units whose `launchedOn` lies in the year
    /// @param calledByHigherUnits launched campaigns of units above that call one of these units and have a day in
    /// the year
    /// @param participations campaigns that at least one of these units joined in the year, by `joinedOn`
    /// @param commitments commitments of these units and of members in them whose `registeredOn` lies in the year
    public record Part(int campaigns, int launched, int calledByHigherUnits, int participations, int commitments) {}
}
