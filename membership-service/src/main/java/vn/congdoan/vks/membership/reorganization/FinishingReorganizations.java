package vn.congdoan.vks.membership.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import vn.congdoan.vks.membership.closing.ClosingKit;
import vn.congdoan.vks.membership.closing.ClosingKits;
import vn.congdoan.vks.membership.unit.UnitList;
import vn.congdoan.vks.membership.unit.UnitView;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Conflict;

/// What has to be done until a reorganization that ended units is final.
@ApplicationScoped
class FinishingReorganizations {

    private final ReorganizationViews views;
    private final UnitList organization;
    private final ClosingKits kits;

    FinishingReorganizations(ReorganizationViews views, UnitList organization, ClosingKits kits) {
        this.views = views;
        this.organization = organization;
        this.kits = kits;
    }

    /// The kit of each unit that ends with it.
    List<ClosingKit> kits(Reorganization reorganization) {
        return kits.of(ending(reorganization));
    }

    /// 422 with everything that is left of any unit that ended with it; 409 if it ended none.
    void requireComplete(Reorganization reorganization) {
        List<UnitId> ended = ending(reorganization);
        if (ended.isEmpty()) {
            throw new Conflict("reorganization-ends-nothing");
        }
        kits.requireComplete(ended);
    }

    /// Those it is about that are not there any more from its day on; with a dissolved one all below it.
    private List<UnitId> ending(Reorganization reorganization) {
        NewReorganization said = views.said(reorganization);
        UnitsOnDay before = organization.on(said.effectiveDate().minusDays(1));
        UnitsOnDay after = organization.on(said.effectiveDate());
        boolean withAllBelow = said.kind() == ReorganizationKind.DISSOLVE;
        return said.predecessors().stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each),
                        withAllBelow ? before.below(each).stream().map(UnitView::id) : Stream.of()))
                .filter(each -> after.find(each).isEmpty())
                .distinct()
                .toList();
    }
}
