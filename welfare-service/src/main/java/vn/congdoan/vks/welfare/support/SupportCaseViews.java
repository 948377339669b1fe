package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows support cases to those who may know of them.
@ApplicationScoped
class SupportCaseViews {

    private final SupportCases cases;
    private final Caller caller;

    SupportCaseViews(SupportCases cases, Caller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    /// One case, or 404.
    Response show(SupportCaseId id) {
        SupportCase found = cases.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        return shown(found);
    }

    static Response shown(SupportCase found) {
        return Response.ok(found.view()).tag(tag(found)).build();
    }

    /// 201 for whoever asks.
    static Response created(SupportCase made) {
        return Created.at("/api/v1/support-cases/" + made.id(), made.view(), tag(made));
    }

    /// 200 for whoever asks once more.
    static Response already(SupportCase made) {
        return Created.already(made.view(), tag(made));
    }

    private static EntityTag tag(SupportCase found) {
        return ETags.of(found.version(), "whole");
    }
}
