package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.WritingPlace;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Sql;

/// A unit's records are written at the home of the union that it is in, or was in last, whoever came after it.
@ApplicationScoped
class WritingAtHome implements WritingPlace {

    private final Sql sql;
    private final ThisNode here;

    WritingAtHome(Sql sql, ThisNode here) {
        this.sql = sql;
        this.here = here;
    }

    @Override
    public void require(UnitId unit) {
        String home = sql.one(
                        "select node from home where union_id = union_of(?)", row -> row.getString(1), unit.value())
                .orElse(ThisNode.CENTRAL);
        if (!home.equals(here.id())) {
            throw new Conflict("owned-elsewhere", Map.of("owner", home));
        }
    }
}
