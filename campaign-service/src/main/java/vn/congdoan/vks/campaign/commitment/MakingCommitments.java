package vn.congdoan.vks.campaign.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.campaign.campaign.KnownCampaign;
import vn.congdoan.vks.campaign.campaign.KnownCampaigns;
import vn.congdoan.vks.campaign.participation.Participations;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Registers what units and members commit themselves to. The campaign is launched and was not over on the day; it
/// calls the unit, and the unit takes part: it launches the campaign, lies below the unit that does in the same
/// union, or it or a unit above it in its union has joined.
@ApplicationScoped
class MakingCommitments {

    private static final List<String> FIELDS =
            List.of("campaignId", "memberId", "unitId", "text", "deadline", "registeredOn");

    private final Commitments commitments;
    private final CommitmentViews views;
    private final KnownCampaigns campaigns;
    private final Participations participations;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final OnlyOnce once;
    private final Clock clock;

    MakingCommitments(
            Commitments commitments,
            CommitmentViews views,
            KnownCampaigns campaigns,
            Participations participations,
            Caller caller,
            Directory directory,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            OnlyOnce once,
            Clock clock) {
        this.commitments = commitments;
        this.views = views;
        this.campaigns = campaigns;
        this.participations = participations;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.once = once;
        this.clock = clock;
    }

    /// Under an id of our own, once for each `Idempotency-Key`.
    @Transactional
    Response makeOnce(NewCommitment form, Committing committing) {
        return once.run(
                form,
                () -> make(new CommitmentId(Ids.next()), form, committing),
                same -> views.madeAlready(commitments.require(new CommitmentId(same))));
    }

    /// Under an id of the client's.
    @Transactional
    Response makeAs(CommitmentId id, NewCommitment form, Committing committing) {
        return make(id, form, committing);
    }

    private Response make(CommitmentId id, NewCommitment form, Committing committing) {
        byte[] createdAs = hash.of(form);
        Optional<Commitment> made = turns.toCreate(
                "commitment", id.value(), () -> commitments.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return views.madeAlready(made.get());
        }
        UnitPlace place = directory
                .place(committing.unitId())
                .orElseThrow(() -> new Unprocessable(committing.pointer(), "unknown-reference"));
        LocalDate day = requirePossible(committing, place, form);
        Commitment commitment = new Commitment(id, place, form, day, createdAs, clock.instant());
        requireOnce(commitment);
        commitments.persistAndFlush(commitment);
        log.append(commitment.made(Audience.ofUnionAt(place)));
        trail.changed("create", "commitment", id.value(), commitment.unitId(), FIELDS);
        return views.made(commitment);
    }

    /// The day on which it is registered.
    private LocalDate requirePossible(Committing committing, UnitPlace place, NewCommitment form) {
        KnownCampaign campaign = campaign(committing, place, form.campaignId())
                .orElseThrow(() -> new Unprocessable("/campaignId", "unknown-reference"));
        campaign.requireLaunched();
        LocalDate day = campaign.dayOf("/registeredOn", form.registeredOn(), LocalDate.now(clock));
        campaign.requireNotAfterLastDay("/deadline", form.deadline());
        if (committing instanceof Committing.Member some && !some.member().isActive()) {
            throw new Unprocessable("/memberId", "member-not-active");
        }
        if (!campaign.calls(place)) {
            throw new Unprocessable(committing.pointer(), "unit-not-called");
        }
        if (!campaign.binds(place) && !participations.includeAny(campaign.id(), place.within())) {
            throw new Unprocessable(committing.pointer(), "unit-takes-no-part");
        }
        return day;
    }

    private Optional<KnownCampaign> campaign(Committing committing, UnitPlace place, CampaignId id) {
        Optional<KnownCampaign> concerning = campaigns.forUnit(place, id);
        if (committing instanceof Committing.Member some && some.own()) {
            return concerning;
        }
        Optional<KnownCampaign> campaign = concerning.or(() -> campaigns.forStaff(id));
        // Looking at the campaign may have rested on another assignment than acting does, which the trail names.
        caller.act(Permission.KEEP_COMMITMENTS, committing.unitId());
        return campaign;
    }

    /// Two at once with equal words under different ids find each other.
    private void requireOnce(Commitment commitment) {
        turns.toChange("commitments of " + commitment.subject(), commitment.campaignId());
        if (commitments.includeEqual(commitment)) {
            throw new Conflict("committed-already", new Violation("/text", "committed-already"));
        }
    }
}
