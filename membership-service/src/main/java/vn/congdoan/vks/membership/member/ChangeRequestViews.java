package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.ETags;

/// Shows change requests: names of fields to those who may know of them, values to the member and, for a purpose, to
/// those who may see sensitive data.
@ApplicationScoped
class ChangeRequestViews {

    private final RequestingChanges requesting;
    private final Caller caller;
    private final AuditTrail trail;

    ChangeRequestViews(RequestingChanges requesting, Caller caller, AuditTrail trail) {
        this.requesting = requesting;
        this.caller = caller;
        this.trail = trail;
    }

    /// 404 unless the caller may know of the member's requests.
    void requireVisible(Member member) {
        if (!caller.isMember(member.id())) {
            caller.see(Permission.READ_CHANGE_REQUESTS, member.unitId());
        }
    }

    /// Whether values are shown; if so, that is audited.
    boolean seesValues(Member member, @Nullable String purpose) {
        boolean own = caller.isMember(member.id());
        if (!own) {
            caller.see(Permission.READ_CHANGE_REQUESTS, member.unitId());
        }
        String stated = purpose == null && own ? MemberViews.OWN_RECORD : purpose;
        boolean permitted = own || caller.reach(Permission.READ_SENSITIVE, member.unitId()) == Reach.SCOPE;
        if (stated == null || !permitted) {
            return false;
        }
        trail.read("member", member.id().value(), member.unitId(), stated);
        return true;
    }

    ChangeRequestView view(ChangeRequest request, Member member, boolean whole) {
        return whole ? requesting.whole(request, member) : request.view(member, null, null);
    }

    Response shown(ChangeRequest request, Member member, boolean whole) {
        return Response.ok(view(request, member, whole))
                .tag(tag(request, whole))
                .build();
    }

    EntityTag tag(ChangeRequest request, boolean whole) {
        return ETags.of(request.version(), whole ? "whole" : "names");
    }

    void requireMatch(ChangeRequest request, @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, request.version());
    }
}
