package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Assignment;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.NotFound;

/// Which campaigns a caller may know of: those of the units within reach, and the launched ones that call a unit of the
/// caller's. A campaign calls each unit of its scope with everything below it, across the boundary of a union, and is
/// published to whoever is or commands somebody there (design.md §4), and to the members there.
@ApplicationScoped
class VisibleCampaigns {

    private final Caller caller;
    private final Directory directory;

    VisibleCampaigns(Caller caller, Directory directory) {
        this.caller = caller;
        this.directory = directory;
    }

    /// Where to look in a list.
    ///
    /// @param units the units whose campaigns are seen, drafts as well
    /// @param called launched campaigns are seen whose scope names one of these
    record Sight(List<UUID> units, List<UUID> called) {}

    /// 404 unless the caller may know of the campaign.
    void requireVisible(Campaign campaign) {
        if (!isVisible(campaign)) {
            throw new NotFound();
        }
    }

    /// Whether the caller may know of the campaign in a role, and not only as a member whom it calls.
    boolean isVisibleToStaff(Campaign campaign) {
        return calls(campaign, calledForStaff())
                || caller.reach(Permission.READ_CAMPAIGNS, campaign.unitId()) != Reach.NONE;
    }

    /// Whether it is launched and calls the unit that stands here, or was launched by a unit of the same union.
    boolean concerns(Campaign campaign, UnitPlace place) {
        return calls(campaign, lineOf(place))
                || (campaign.isPublished()
                        && directory
                                .place(campaign.unitId())
                                .filter(launching -> launching.unionId().equals(place.unionId()))
                                .isPresent());
    }

    private boolean isVisible(Campaign campaign) {
        return calls(campaign, calledForMember()) || isVisibleToStaff(campaign);
    }

    /// Everything that the caller may know of.
    Sight everything() {
        Set<UnitId> called = calledForStaff();
        called.addAll(calledForMember());
        return new Sight(List.of(caller.visible(Permission.READ_CAMPAIGNS, null).all()), ids(called));
    }

    /// What concerns a unit and the units below it in its union; null where no unit was asked for. 404 where the unit
    /// is out of reach.
    @Nullable
    Sight around(@Nullable UnitId unit) {
        if (unit == null) {
            return null;
        }
        List<UUID> units =
                List.of(caller.visible(Permission.READ_CAMPAIGNS, unit).all());
        Set<UnitId> called = line(unit);
        called.addAll(directory.subtree(unit));
        return new Sight(units, ids(called));
    }

    private static boolean calls(Campaign campaign, Set<UnitId> units) {
        return campaign.isPublished() && !Collections.disjoint(campaign.scope(), units);
    }

    private Set<UnitId> calledForStaff() {
        Set<UnitId> called = new HashSet<>();
        for (Assignment each : caller.standing().assignments()) {
            if (Permission.READ_CAMPAIGNS.inScope().contains(each.role())) {
                called.addAll(line(each.unitId()));
                called.addAll(directory.subtree(each.unitId()));
            }
        }
        return called;
    }

    private Set<UnitId> calledForMember() {
        LinkedMember linked = caller.standing().member();
        return linked == null ? Set.of() : line(linked.unitId());
    }

    private Set<UnitId> line(UnitId unit) {
        return directory.place(unit).map(VisibleCampaigns::lineOf).orElseGet(HashSet::new);
    }

    /// The unit and everything above it, within its union and beyond.
    private static Set<UnitId> lineOf(UnitPlace place) {
        Set<UnitId> line = new HashSet<>(place.within());
        line.addAll(place.unionsAbove());
        return line;
    }

    private static List<UUID> ids(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toList();
    }
}
