package vn.congdoan.vks.welfare.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// Shows contributions as their readers may see them: the name of a donor outside the union only to its own people.
@ApplicationScoped
class ContributionViews {

    private final Contributions contributions;
    private final Transfers transfers;
    private final Caller caller;

    ContributionViews(Contributions contributions, Transfers transfers, Caller caller) {
        this.contributions = contributions;
        this.transfers = transfers;
        this.caller = caller;
    }

    /// One contribution, or 404.
    Response show(ContributionId id) {
        Contribution contribution = contributions.require(id);
        caller.see(Permission.READ_FUNDS, contribution.unitId());
        Shown shown = shown(contribution, seesNames(contribution.unitId()));
        return Response.ok(shown.view()).tag(shown.tag()).build();
    }

    /// 201 for whoever recorded it.
    Response created(Contribution contribution) {
        Shown shown = new Shown(contribution, true, null);
        return Created.at("/api/v1/contributions/" + contribution.id(), shown.view(), shown.tag());
    }

    /// 200 for whoever records it once more.
    Response already(Contribution contribution) {
        Shown shown = shown(contribution, true);
        return Created.already(shown.view(), shown.tag());
    }

    /// Shows each of these.
    Function<Contribution, ContributionView> each(List<Contribution> some) {
        Map<TransferId, TransferId> reversed =
                transfers.reversed(some.stream().map(Contribution::transferId).toList());
        Map<UnitId, Boolean> named = new HashMap<>();
        return contribution -> contribution.view(
                named.computeIfAbsent(contribution.unitId(), this::seesNames), reversed.get(contribution.transferId()));
    }

    private Shown shown(Contribution contribution, boolean named) {
        TransferId transfer = contribution.transferId();
        return new Shown(
                contribution, named, transfers.reversed(List.of(transfer)).get(transfer));
    }

    private record Shown(
            Contribution contribution,
            boolean named,
            @Nullable TransferId reversedBy) {

        ContributionView view() {
            return contribution.view(named, reversedBy);
        }

        EntityTag tag() {
            // That the money was taken back is told of a contribution later.
            return ETags.of(contribution.version() + (reversedBy == null ? 0 : 1), named ? "named" : "unnamed");
        }
    }

    private boolean seesNames(UnitId unit) {
        return caller.reach(Permission.READ_SENSITIVE, unit) == Reach.SCOPE;
    }
}
