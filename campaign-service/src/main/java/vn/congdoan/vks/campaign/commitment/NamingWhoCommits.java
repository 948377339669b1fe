package vn.congdoan.vks.campaign.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Finds out who commits and whether the caller may act for them: an OFFICER for units and members in scope, a member
/// for himself. Outside a transaction, because a member that is not known yet is asked from membership-service.
@ApplicationScoped
class NamingWhoCommits {

    private final Caller caller;
    private final KnownMembers members;

    NamingWhoCommits(Caller caller, KnownMembers members) {
        this.caller = caller;
        this.members = members;
    }

    Committing of(NewCommitment form) {
        MemberId member = form.memberId();
        UnitId unit = form.unitId();
        if (member != null && unit != null) {
            throw new Invalid("/unitId", "member-or-unit");
        }
        if (member != null) {
            return member(member);
        }
        if (unit != null) {
            caller.actAt("/unitId", Permission.KEEP_COMMITMENTS, unit);
            return new Committing.Unit(unit);
        }
        throw new Invalid("/memberId", "required");
    }

    private Committing member(MemberId id) {
        boolean own = caller.isMember(id);
        if (!own && !caller.holds(Permission.KEEP_COMMITMENTS)) {
            throw new Forbidden();
        }
        // One answer for members elsewhere and members that do not exist: it tells neither from the other.
        KnownMember member = members.find(id)
                .filter(found -> own || caller.reach(Permission.KEEP_COMMITMENTS, found.unitId()) == Reach.SCOPE)
                .orElseThrow(() -> new Unprocessable("/memberId", "unknown-member"));
        return new Committing.Member(member, own);
    }
}
