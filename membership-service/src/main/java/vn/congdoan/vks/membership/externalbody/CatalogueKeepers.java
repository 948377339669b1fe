package vn.congdoan.vks.membership.externalbody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.sql.Sql;

/// Who keeps what is the same for all unions: officers of the central union, and of no other.
@ApplicationScoped
class CatalogueKeepers {

    private final Caller caller;
    private final Sql sql;

    CatalogueKeepers(Caller caller, Sql sql) {
        this.caller = caller;
        this.sql = sql;
    }

    /// The central union, whose records these are; refuses whoever does not keep them for it.
    UnitId requireKeeper() {
        UnitId central = sql.one(
                        "select unit_id from unit_version where kind = 'CENTRAL_UNION' order by valid_from desc limit 1",
                        row -> new UnitId(row.getObject("unit_id", UUID.class)))
                .orElseThrow(Forbidden::new);
        caller.act(Permission.KEEP_CATALOGUES, central);
        return central;
    }
}
