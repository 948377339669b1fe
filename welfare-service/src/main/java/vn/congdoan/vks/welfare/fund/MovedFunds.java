package vn.congdoan.vks.welfare.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.welfare.ledger.FundId;

/// Closes funds whose money has gone to another one with the end of their unit.
@ApplicationScoped
public class MovedFunds {

    private final Funds funds;
    private final ChangeLog log;
    private final AuditTrail trail;

    MovedFunds(Funds funds, ChangeLog log, AuditTrail trail) {
        this.funds = funds;
        this.log = log;
        this.trail = trail;
    }

    /// Closes it for good, within the transaction of the caller.
    ///
    /// @param place where its unit stands now
    public void close(FundId id, FundId successor, LocalDate day, UnitPlace place) {
        Fund fund = funds.require(id);
        fund.moveTo(successor, day);
        funds.flush();
        log.append(fund.change("moved", Audience.ofUnionAt(place)));
        trail.changed("move", "fund", id.value(), fund.unitId(), List.of("movedTo", "closesOn"));
    }
}
