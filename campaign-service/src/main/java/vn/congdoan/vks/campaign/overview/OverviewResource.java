package vn.congdoan.vks.campaign.overview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.AskedYear;

/// This service's part of a unit's overview, which the gateway composes. Not part of the public API.
@Path("/internal/overview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

    private static final String COUNT = """
            with of_year as (
                select campaign_id, unit_id, status from campaign
                where starts_on <= ? and (ends_on is null or ends_on >= ?))
            select
                (select count(*) from of_year where unit_id = any (?)),
                (select count(*) from of_year where unit_id = any (?) and status <> 'DRAFT'),
                (select count(*) from participation join of_year using (campaign_id)
                 where participation.unit_id = any (?)),
                (select count(*) from commitment join of_year using (campaign_id)
                 where commitment.unit_id = any (?))
            """;

    private final Sql sql;
    private final Caller caller;

    OverviewResource(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_CAMPAIGNS)
    @Operation(hidden = true)
    public Part overview(@RestQuery("unit") @Nullable UnitId unit, @RestQuery("year") @Nullable Integer year) {
        AskedYear asked = AskedYear.of(unit, year);
        UUID[] units = caller.visible(Permission.READ_CAMPAIGNS, asked.unit()).all();
        LocalDate end = LocalDate.of(asked.year(), 12, 31);
        return sql.one(
                        COUNT,
                        row -> new Part(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                        end,
                        asked.firstDay(),
                        units,
                        units,
                        units,
                        units)
                .orElseThrow();
    }

    /// Campaigns on some day of the year and what was made of them.
    public record Part(int campaigns, int launched, int participations, int commitments) {}
}
