package vn.congdoan.vks.campaign.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Conflict;

/// A campaign as those see it who take part in it.
///
/// @param unitId the unit that launches it
/// @param endsOn its last day, inclusive; null for a standing campaign
/// @param scope the units that it calls, each with all units below it
public record KnownCampaign(
        CampaignId id,
        UnitId unitId,
        CampaignStatus status,
        @Nullable LocalDate endsOn,
        List<UnitId> scope) {

    public KnownCampaign {
        scope = List.copyOf(scope);
    }

    /// 409 for a draft, and for one that has ended.
    public void requireLaunched() {
        Campaign.requireStatus(status, CampaignStatus.LAUNCHED);
    }

    /// 409 after its last day.
    public void requireGoingOn(LocalDate today) {
        if (endsOn != null && endsOn.isBefore(today)) {
            throw new Conflict("campaign-over", Map.of("endsOn", endsOn));
        }
    }

    /// Whether it calls a unit that stands here.
    public boolean calls(UnitPlace place) {
        return scope.stream()
                .anyMatch(called ->
                        place.within().contains(called) || place.unionsAbove().contains(called));
    }

    /// Whether a unit that stands here launches it, or lies below the one that does in the same union.
    public boolean isLaunchedAbove(UnitPlace place) {
        return place.within().contains(unitId);
    }
}
