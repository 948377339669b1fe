package vn.congdoan.vks.campaign.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows commitments as their readers may see them: what a member wrote may say anything about a person, so it is for
/// the member and for those who may see sensitive data in the unit.
@ApplicationScoped
class CommitmentViews {

    private final Commitments commitments;
    private final Caller caller;

    CommitmentViews(Commitments commitments, Caller caller) {
        this.commitments = commitments;
        this.caller = caller;
    }

    /// One commitment, or 404.
    Response show(CommitmentId id) {
        Commitment commitment = commitments.require(id);
        if (!isOwn(commitment)) {
            caller.see(Permission.READ_COMMITMENTS, commitment.unitId());
        }
        boolean worded = seesWords(commitment);
        return Response.ok(commitment.view(worded)).tag(tag(commitment, worded)).build();
    }

    /// Shows each of many.
    Function<Commitment, CommitmentView> each() {
        Map<UnitId, Boolean> worded = new HashMap<>();
        return commitment ->
                commitment.view(isOwn(commitment) || worded.computeIfAbsent(commitment.unitId(), this::seesWordsOf));
    }

    /// The answer to whoever made it.
    Response made(Commitment commitment) {
        boolean worded = seesWords(commitment);
        return Created.at("/api/v1/commitments/" + commitment.id(), commitment.view(worded), tag(commitment, worded));
    }

    /// The answer to whoever makes it again.
    Response madeAlready(Commitment commitment) {
        boolean worded = seesWords(commitment);
        return Created.already(commitment.view(worded), tag(commitment, worded));
    }

    private static EntityTag tag(Commitment commitment, boolean worded) {
        return ETags.of(commitment.version(), worded ? "worded" : "unworded");
    }

    private boolean seesWords(Commitment commitment) {
        return commitment.memberId() == null || isOwn(commitment) || seesWordsOf(commitment.unitId());
    }

    private boolean seesWordsOf(UnitId unit) {
        return caller.reach(Permission.READ_SENSITIVE, unit) == Reach.SCOPE;
    }

    private boolean isOwn(Commitment commitment) {
        MemberId member = commitment.memberId();
        return member != null && caller.isMember(member);
    }
}
