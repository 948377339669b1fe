package vn.congdoan.vks.welfare.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows care commitments to those who may know of them.
@ApplicationScoped
class CareViews {

    private final CareCommitments commitments;
    private final Caller caller;

    CareViews(CareCommitments commitments, Caller caller) {
        this.commitments = commitments;
        this.caller = caller;
    }

    /// The commitment, if the caller may know of it, or 404.
    CareCommitment see(CareCommitmentId id) {
        CareCommitment found = commitments.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        return found;
    }

    /// One commitment, or 404.
    Response show(CareCommitmentId id) {
        return shown(see(id));
    }

    static Response shown(CareCommitment found) {
        return Response.ok(found.view()).tag(tag(found)).build();
    }

    /// 201 for whoever writes it down.
    static Response created(CareCommitment made) {
        return Created.at("/api/v1/care-commitments/" + made.id(), made.view(), tag(made));
    }

    /// 200 for whoever writes it down once more.
    static Response already(CareCommitment made) {
        return Created.already(made.view(), tag(made));
    }

    private static EntityTag tag(CareCommitment found) {
        return ETags.of(found.version(), "whole");
    }
}
