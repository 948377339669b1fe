package vn.congdoan.vks.welfare.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;

/// Shows contributions as their readers may see them: the name of a donor outside the union only to its own people.
@ApplicationScoped
class ContributionViews {

    private final Contributions contributions;
    private final Caller caller;

    ContributionViews(Contributions contributions, Caller caller) {
        this.contributions = contributions;
        this.caller = caller;
    }

    /// One contribution, or 404.
    Response show(ContributionId id) {
        Contribution contribution = contributions.require(id);
        caller.see(Permission.READ_FUNDS, contribution.unitId());
        boolean named = seesNames(contribution.unitId());
        return Response.ok(contribution.view(named))
                .tag(tag(contribution, named))
                .build();
    }

    /// Shows each of many.
    Function<Contribution, ContributionView> each() {
        Map<UnitId, Boolean> named = new HashMap<>();
        return contribution -> contribution.view(named.computeIfAbsent(contribution.unitId(), this::seesNames));
    }

    static EntityTag tag(Contribution contribution, boolean named) {
        return ETags.of(contribution.version(), named ? "named" : "unnamed");
    }

    private boolean seesNames(UnitId unit) {
        return caller.reach(Permission.READ_SENSITIVE, unit) == Reach.SCOPE;
    }
}
