package vn.congdoan.vks.welfare.overview;

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

    private static final String SUM = """
            with own as (
                select fund_id from fund where unit_id = any (?) and open_during && daterange(?, ?, '[]'))
            select
                (select count(*) from own),
                (select coalesce(sum(balance), 0) from account_balance join own using (fund_id)
                 where kind in ('CASH', 'BANK')),
                (select count(*) from contribution join own using (fund_id) where given_on between ? and ?),
                (select coalesce(sum(amount), 0) from contribution join own using (fund_id)
                 where given_on between ? and ?),
                (select coalesce(sum(money_out), 0) from transfer join own using (fund_id)
                 where kind = 'EXPENSE' and value_date between ? and ?)
            """;

    private final Sql sql;
    private final Caller caller;

    OverviewResource(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Operation(hidden = true)
    public Part overview(@RestQuery("unit") @Nullable UnitId unit, @RestQuery("year") @Nullable Integer year) {
        AskedYear asked = AskedYear.of(unit, year);
        UUID[] units = caller.visible(Permission.READ_FUNDS, asked.unit()).all();
        LocalDate start = asked.firstDay();
        LocalDate end = LocalDate.of(asked.year(), 12, 31);
        return sql.one(
                        SUM,
                        row -> new Part(row.getInt(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                        units,
                        start,
                        end,
                        start,
                        end,
                        start,
                        end,
                        start,
                        end)
                .orElseThrow();
    }

    /// Funds that were open in the year: what they hold today, what came in and what was spent in the year, in đồng.
    public record Part(int funds, long balance, int contributions, long received, long spent) {}
}
