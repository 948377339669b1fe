package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Launches campaigns: by the CHAIR of the launching unit or of one above it in the same union.
@ApplicationScoped
class LaunchingCampaigns {

    private final Campaigns campaigns;
    private final VisibleCampaigns visible;
    private final LoggingCampaigns log;
    private final AuditTrail trail;
    private final Caller caller;
    private final OnlyOnce once;
    private final Clock clock;

    LaunchingCampaigns(
            Campaigns campaigns,
            VisibleCampaigns visible,
            LoggingCampaigns log,
            AuditTrail trail,
            Caller caller,
            OnlyOnce once,
            Clock clock) {
        this.campaigns = campaigns;
        this.visible = visible;
        this.log = log;
        this.trail = trail;
        this.caller = caller;
        this.once = once;
        this.clock = clock;
    }

    @Transactional
    Response launchOnce(CampaignId id, @Nullable String ifMatch, @Nullable Launch form) {
        return once.run(form, () -> launch(id, ifMatch, form), same -> shown(requireVisible(id)));
    }

    private Response launch(CampaignId id, @Nullable String ifMatch, @Nullable Launch form) {
        Campaign campaign = requireVisible(id);
        caller.act(Permission.LAUNCH_CAMPAIGNS, campaign.unitId());
        ETags.requireMatch(ifMatch, campaign.version());
        campaign.launch(day(form));
        log.launched(campaign);
        trail.changed("launch", "campaign", id.value(), campaign.unitId(), List.of("status", "launchedOn"));
        return shown(campaign);
    }

    private LocalDate day(@Nullable Launch form) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = form == null || form.launchedOn() == null ? today : form.launchedOn();
        if (day.isAfter(today)) {
            throw new Unprocessable("/launchedOn", "in-the-future");
        }
        return day;
    }

    private Campaign requireVisible(CampaignId id) {
        Campaign campaign = campaigns.require(id);
        visible.requireVisible(campaign);
        return campaign;
    }

    private static Response shown(Campaign campaign) {
        return Response.ok(campaign.view()).tag(DraftingCampaigns.tag(campaign)).build();
    }
}
