package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;

/// Puts what happened to campaigns into the change log. A draft is its own union's and those above; a launched one is
/// also for the unions that it calls.
@ApplicationScoped
class LoggingCampaigns {

    private final Campaigns campaigns;
    private final ChangeLog log;
    private final Directory directory;

    LoggingCampaigns(Campaigns campaigns, ChangeLog log, Directory directory) {
        this.campaigns = campaigns;
        this.log = log;
        this.directory = directory;
    }

    void drafted(Campaign campaign) {
        campaigns.flush();
        log.append(campaign.drafted(audience(campaign)));
    }

    void launched(Campaign campaign) {
        // The new version is known once it is written.
        campaigns.flush();
        log.append(campaign.launched(audience(campaign)));
    }

    private Audience audience(Campaign campaign) {
        Set<UnitId> unions = new HashSet<>();
        addUnionsOf(campaign.unitId(), unions);
        if (campaign.isPublished()) {
            for (UnitId called : campaign.scope()) {
                UnitPlace place = addUnionsOf(called, unions);
                // It calls the root of the sector: every union that there is or will be.
                if (place.unitId().equals(place.unionId())
                        && place.unionsAbove().isEmpty()) {
                    return Audience.everybody();
                }
            }
        }
        return Audience.of(unions);
    }

    private UnitPlace addUnionsOf(UnitId unit, Set<UnitId> unions) {
        UnitPlace place = directory.place(unit).orElseThrow();
        unions.add(place.unionId());
        unions.addAll(place.unionsAbove());
        return place;
    }
}
