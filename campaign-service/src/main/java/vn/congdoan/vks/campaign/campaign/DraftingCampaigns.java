package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Drafts campaigns: by an OFFICER of the launching unit or of a unit above it in the same union. The scope lies below
/// the launching unit; a union's also reaches the unions below it.
@ApplicationScoped
class DraftingCampaigns {

    private static final List<String> FIELDS =
            List.of("unitId", "kind", "name", "theme", "legalBasis", "startsOn", "endsOn", "scopeUnitIds", "targets");

    private final Campaigns campaigns;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final LoggingCampaigns log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    DraftingCampaigns(
            Campaigns campaigns,
            Caller caller,
            Directory directory,
            Turns turns,
            LoggingCampaigns log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.log = log;
        this.campaigns = campaigns;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response draft(CampaignId id, NewCampaign form) {
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_CAMPAIGNS, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<Campaign> made = turns.toCreate(
                "campaign", id.value(), () -> campaigns.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(made.get().view(), tag(made.get()));
        }
        Campaign campaign = new Campaign(id, place.unionId(), form, createdAs, clock.instant());
        requireScopeBelow(form.unitId(), form.scope());
        campaigns.persist(campaign);
        log.drafted(campaign);
        trail.changed("create", "campaign", id.value(), campaign.unitId(), FIELDS);
        return Created.at("/api/v1/campaigns/" + id, campaign.view(), tag(campaign));
    }

    private void requireScopeBelow(UnitId launching, List<UnitId> scope) {
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < scope.size(); index++) {
            if (!isBelow(launching, scope.get(index))) {
                violations.add(new Violation("/scopeUnitIds/" + index, "unit-not-below-launching-unit"));
            }
        }
        if (!violations.isEmpty()) {
            throw new Unprocessable(violations);
        }
    }

    /// An unknown unit is below none, and answered like one elsewhere.
    private boolean isBelow(UnitId launching, UnitId unit) {
        return directory
                .place(unit)
                .filter(place -> place.within().contains(launching)
                        || place.unionsAbove().contains(launching))
                .isPresent();
    }

    static EntityTag tag(Campaign campaign) {
        return ETags.of(campaign.version(), "campaign");
    }
}
