package vn.congdoan.vks.welfare.period;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows periods as their readers may see them: why one was opened again only to the union's own people.
@ApplicationScoped
class PeriodViews {

    private final Periods periods;
    private final ClosedFunds closed;
    private final Caller caller;

    PeriodViews(Periods periods, ClosedFunds closed, Caller caller) {
        this.periods = periods;
        this.closed = closed;
        this.caller = caller;
    }

    /// One period, or 404.
    Response show(PeriodId id) {
        Period period = periods.require(id);
        caller.see(Permission.READ_FUNDS, period.unitId());
        boolean withReason = seesReasons(period.unitId());
        return Response.ok(period.view(closed.of(id), withReason))
                .tag(tag(period, withReason))
                .build();
    }

    /// 201 for whoever closed it.
    Response created(Period period) {
        return Created.at(
                "/api/v1/periods/" + period.id(), period.view(closed.of(period.id()), true), tag(period, true));
    }

    /// 200 for whoever closes it once more.
    Response already(Period period) {
        return Created.already(period.view(closed.of(period.id()), true), tag(period, true));
    }

    /// Shows each of these.
    Function<Period, PeriodView> each(List<Period> some) {
        Map<PeriodId, List<ClosedFund>> funds =
                closed.of(some.stream().map(Period::id).toList());
        return period -> period.view(funds.getOrDefault(period.id(), List.of()), seesReasons(period.unitId()));
    }

    private static EntityTag tag(Period period, boolean withReason) {
        return ETags.of(period.version(), withReason ? "whole" : "reasonless");
    }

    private boolean seesReasons(UnitId unit) {
        return caller.reach(Permission.READ_SENSITIVE, unit) == Reach.SCOPE;
    }
}
