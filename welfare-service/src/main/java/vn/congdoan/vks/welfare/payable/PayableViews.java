package vn.congdoan.vks.welfare.payable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows payables to those who may know of them.
@ApplicationScoped
class PayableViews {

    private final Payables payables;
    private final Caller caller;

    PayableViews(Payables payables, Caller caller) {
        this.payables = payables;
        this.caller = caller;
    }

    /// The payable, if the caller may know of it, or 404.
    Payable see(PayableId id) {
        Payable found = payables.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        return found;
    }

    /// One payable, or 404.
    Response show(PayableId id) {
        return shown(see(id));
    }

    static Response shown(Payable found) {
        return Response.ok(found.view()).tag(tag(found)).build();
    }

    /// 201 for whoever writes it down.
    static Response created(Payable made) {
        return Created.at("/api/v1/payables/" + made.id(), made.view(), tag(made));
    }

    /// 200 for whoever writes it down once more.
    static Response already(Payable made) {
        return Created.already(made.view(), tag(made));
    }

    private static EntityTag tag(Payable found) {
        return ETags.of(found.version(), "whole");
    }
}
