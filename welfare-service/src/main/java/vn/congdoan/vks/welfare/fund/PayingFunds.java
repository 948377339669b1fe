package vn.congdoan.vks.welfare.fund;

import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.ledger.Books;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Funds that pay for what a unit has decided on: of the same union, for one of their purposes.
@ApplicationScoped
public class PayingFunds {

    private final Funds funds;
    private final Caller caller;
    private final Directory directory;

    PayingFunds(Funds funds, Caller caller, Directory directory) {
        this.funds = funds;
        this.caller = caller;
        this.directory = directory;
    }

    /// A fund that pays, and where its unit stands.
    public record Payer(FundTerms fund, UnitPlace place) {

        public Books books() {
            return fund.books(place);
        }
    }

    /// Whether the fund that a body names (`/fundId`) is of the unit's union and may be spent on the purpose.
    public void requireFor(UnitPlace unit, FundId id, SupportKind purpose) {
        FundTerms fund = funds.terms(id).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        if (!place(fund).unionId().equals(unit.unionId())) {
            throw Forbidden.unitOutOfScope("/fundId");
        }
        fund.requireSupportFor(purpose);
    }

    /// The fund, for whoever acts for the unit and for the fund's.
    public Payer actFor(Permission permission, UnitId unit, FundId id) {
        caller.act(permission, unit);
        FundTerms fund = funds.terms(id).orElseThrow(NotFound::new);
        caller.act(permission, fund.unitId());
        return new Payer(fund, place(fund));
    }

    private UnitPlace place(FundTerms fund) {
        return directory.place(fund.unitId()).orElseThrow(NotFound::new);
    }
}
