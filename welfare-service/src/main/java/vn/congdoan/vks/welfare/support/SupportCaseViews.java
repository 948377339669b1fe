package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows support cases to those who may know of them.
@ApplicationScoped
class SupportCaseViews {

    private final SupportCases cases;
    private final HealthNotes notes;
    private final Caller caller;
    private final AuditTrail trail;

    SupportCaseViews(SupportCases cases, HealthNotes notes, Caller caller, AuditTrail trail) {
        this.cases = cases;
        this.notes = notes;
        this.caller = caller;
        this.trail = trail;
    }

    /// One case, or 404.
    Response show(SupportCaseId id) {
        return shown(see(id));
    }

    /// One case with what is told of the person's health, or 404; the trail keeps who asked and why.
    Response showWhole(SupportCaseId id, String purpose) {
        SupportCase found = see(id);
        byte[] sealed = found.healthNote();
        if (sealed == null || caller.reach(Permission.READ_SENSITIVE, found.unitId()) != Reach.SCOPE) {
            return shown(found);
        }
        trail.read("support-case", id.value(), found.unitId(), purpose);
        return Response.ok(found.view(notes.opened(id, sealed)))
                .tag(ETags.of(found.version(), "whole"))
                .build();
    }

    private SupportCase see(SupportCaseId id) {
        SupportCase found = cases.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        return found;
    }

    static Response shown(SupportCase found) {
        return Response.ok(found.view(null)).tag(tag(found)).build();
    }

    /// 201 for whoever asks.
    static Response created(SupportCase made) {
        return Created.at("/api/v1/support-cases/" + made.id(), made.view(null), tag(made));
    }

    /// 200 for whoever asks once more.
    static Response already(SupportCase made) {
        return Created.already(made.view(null), tag(made));
    }

    private static EntityTag tag(SupportCase found) {
        return ETags.of(found.version(), "noteless");
    }
}
