package vn.congdoan.vks.membership.externalbody;

import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Forbidden;

/// Who keeps what is the same for all unions: officers of the central union, and of no other.
@ApplicationScoped
class CatalogueKeepers {

    private final Caller caller;
    private final Units units;

    CatalogueKeepers(Caller caller, Units units) {
        this.caller = caller;
        this.units = units;
    }

    /// The central union, whose records these are; refuses whoever does not keep them for it.
    UnitId requireKeeper() {
        UnitId central = units.central().orElseThrow(Forbidden::new);
        caller.act(Permission.KEEP_CATALOGUES, central);
        return central;
    }
}
