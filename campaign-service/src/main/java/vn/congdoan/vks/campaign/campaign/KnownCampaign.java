package vn.congdoan.vks.campaign.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// A campaign as those see it who take part in it.
///
/// @param unitId the unit that launches it
/// @param launchedOn absent for a draft
/// @param endsOn its last day, inclusive; null for a standing campaign
/// @param scope the units that it calls, each with everything below it, unions included
public record KnownCampaign(
        CampaignId id,
        UnitId unitId,
        CampaignStatus status,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate endsOn,
        List<UnitId> scope) {

    public KnownCampaign {
        scope = List.copyOf(scope);
    }

    /// 409 for a draft, and for one that has ended.
    public void requireLaunched() {
        Campaign.requireStatus(status, CampaignStatus.LAUNCHED);
    }

    /// The day on which something is done in it: today, or an earlier one that is entered afterwards. 409 after its
    /// last day unless an earlier day is told.
    ///
    /// @param pointer where that day is told
    public LocalDate dayOf(String pointer, @Nullable LocalDate told, LocalDate today) {
        if (told == null) {
            if (endsOn != null && today.isAfter(endsOn)) {
                throw new Conflict("campaign-over", Map.of("endsOn", endsOn));
            }
            return today;
        }
        if (told.isAfter(today)) {
            throw new Unprocessable(pointer, "in-the-future");
        }
        if (launchedOn != null && told.isBefore(launchedOn)) {
            throw new Unprocessable(pointer, "before-launch");
        }
        requireNotAfterLastDay(pointer, told);
        return told;
    }

    /// 422 for a day after its last one.
    public void requireNotAfterLastDay(String pointer, @Nullable LocalDate day) {
        if (day != null && endsOn != null && day.isAfter(endsOn)) {
            throw new Unprocessable(pointer, "after-last-day");
        }
    }

    /// Whether it calls a unit that stands here.
    public boolean calls(UnitPlace place) {
        return scope.stream()
                .anyMatch(called ->
                        place.within().contains(called) || place.unionsAbove().contains(called));
    }

    /// Whether a unit that stands here takes part without joining: it is called, and it launches the campaign or lies
    /// below the unit that does, in the same union.
    public boolean binds(UnitPlace place) {
        return calls(place) && place.within().contains(unitId);
    }
}
