package vn.congdoan.vks.campaign.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.EntityTag;
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
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Stale;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Registers what units and members commit themselves to. The campaign is launched and not over; the unit takes part in
/// it, as the one that launches it, as one below that one in its union, or because it or a unit above it has joined.
@ApplicationScoped
class MakingCommitments {

    private static final List<String> FIELDS = List.of("campaignId", "memberId", "unitId", "text", "deadline");

    private final Commitments commitments;
    private final KnownCampaigns campaigns;
    private final Participations participations;
    private final Caller caller;
    private final Directory directory;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final OnlyOnce once;
    private final Clock clock;

    MakingCommitments(
            Commitments commitments,
            KnownCampaigns campaigns,
            Participations participations,
            Caller caller,
            Directory directory,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            OnlyOnce once,
            Clock clock) {
        this.commitments = commitments;
        this.campaigns = campaigns;
        this.participations = participations;
        this.caller = caller;
        this.directory = directory;
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
                same -> shown(commitments.require(new CommitmentId(same))));
    }

    /// Under an id of the client's.
    @Transactional
    Response makeAs(CommitmentId id, NewCommitment form, Committing committing) {
        return make(id, form, committing);
    }

    private Response make(CommitmentId id, NewCommitment form, Committing committing) {
        byte[] createdAs = hash.of(form);
        Optional<Commitment> existing = commitments.findByIdOptional(id);
        if (existing.isPresent()) {
            return repeated(existing.get(), createdAs);
        }
        UnitPlace place = directory
                .place(committing.unitId())
                .orElseThrow(() -> new Unprocessable(committing.pointer(), "unknown-reference"));
        requirePossible(committing, place, form.campaignId());
        Commitment commitment = new Commitment(id, place, form, createdAs, clock.instant());
        commitments.persistAndFlush(commitment);
        log.append(commitment.made(Audience.ofUnionAt(place)));
        trail.changed("create", "commitment", id.value(), commitment.unitId(), FIELDS);
        return Created.at("/api/v1/commitments/" + id, commitment.view(), tag(commitment));
    }

    private void requirePossible(Committing committing, UnitPlace place, CampaignId id) {
        KnownCampaign campaign =
                campaign(committing, id).orElseThrow(() -> new Unprocessable("/campaignId", "unknown-reference"));
        campaign.requireLaunched();
        campaign.requireGoingOn(LocalDate.now(clock));
        if (committing instanceof Committing.Member some && !some.member().isActive()) {
            throw new Unprocessable("/memberId", "member-not-active");
        }
        if (!campaign.isLaunchedAbove(place) && !participations.includeAny(id, place.within())) {
            throw new Unprocessable(committing.pointer(), "unit-takes-no-part");
        }
    }

    private Optional<KnownCampaign> campaign(Committing committing, CampaignId id) {
        if (committing instanceof Committing.Member some && some.own()) {
            return campaigns.forMemberAt(some.unitId(), id);
        }
        Optional<KnownCampaign> campaign = campaigns.forStaff(id);
        // Looking at the campaign may have rested on another assignment than acting does, which the trail names.
        caller.act(Permission.KEEP_COMMITMENTS, committing.unitId());
        return campaign;
    }

    private static Response repeated(Commitment commitment, byte[] createdAs) {
        if (!commitment.wasCreatedAs(createdAs)) {
            throw new Stale("already-exists");
        }
        return Created.already(commitment.view(), tag(commitment));
    }

    private static Response shown(Commitment commitment) {
        return Created.already(commitment.view(), tag(commitment));
    }

    static EntityTag tag(Commitment commitment) {
        return ETags.of(commitment.version(), "commitment");
    }
}
