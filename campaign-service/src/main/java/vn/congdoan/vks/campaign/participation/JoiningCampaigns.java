package vn.congdoan.vks.campaign.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.campaign.campaign.KnownCampaign;
import vn.congdoan.vks.campaign.campaign.KnownCampaigns;
import vn.congdoan.vks.campaign.campaign.Target;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Lets a unit join a campaign that calls it across the boundary of its union: by an OFFICER of that unit or of one
/// above it in the same union. Units of the launching union take part anyway.
@ApplicationScoped
class JoiningCampaigns {

    private static final List<String> FIELDS = List.of("campaignId", "unitId", "joinedOn", "targets");

    private final Participations participations;
    private final KnownCampaigns campaigns;
    private final Caller caller;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    JoiningCampaigns(
            Participations participations,
            KnownCampaigns campaigns,
            Caller caller,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.participations = participations;
        this.campaigns = campaigns;
        this.caller = caller;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    Response join(CampaignId id, NewParticipation form) {
        KnownCampaign campaign = campaigns.requireForStaff(id);
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_CAMPAIGNS, form.unitId());
        if (!campaign.calls(place)) {
            throw new Unprocessable("/unitId", "unit-not-called");
        }
        if (campaign.binds(place)) {
            throw new Unprocessable("/unitId", "takes-part-anyway");
        }
        campaign.requireLaunched();
        LocalDate day = campaign.dayOf("/joinedOn", form.joinedOn(), LocalDate.now(clock));
        if (participations.includeAny(id, List.of(form.unitId()))) {
            throw new Conflict("joined-already");
        }
        ParticipationId participation = new ParticipationId(Ids.next());
        Participation joining =
                new Participation(participation, id, place, day, Target.of(form.targets()), clock.instant());
        participations.persistAndFlush(joining);
        log.append(joining.joined(Audience.ofUnionAt(place)));
        trail.changed("join", "participation", participation.value(), form.unitId(), FIELDS);
        return Created.at("/api/v1/campaigns/" + id + "/participants/" + participation, joining.view(), tag(joining));
    }

    static EntityTag tag(Participation participation) {
        return ETags.of(participation.version(), "participation");
    }
}
