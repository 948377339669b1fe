package vn.congdoan.vks.welfare.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows support programmes to those who may know of them.
@ApplicationScoped
class ProgrammeViews {

    private final Programmes programmes;
    private final Caller caller;

    ProgrammeViews(Programmes programmes, Caller caller) {
        this.programmes = programmes;
        this.caller = caller;
    }

    /// The programme, if the caller may know of it, or 404.
    Programme see(ProgrammeId id) {
        Programme found = programmes.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        return found;
    }

    /// One programme, or 404.
    Response show(ProgrammeId id) {
        return shown(see(id));
    }

    static Response shown(Programme found) {
        return Response.ok(found.view()).tag(tag(found)).build();
    }

    /// 201 for whoever makes the list.
    static Response created(Programme made) {
        return Created.at("/api/v1/support-programmes/" + made.id(), made.view(), tag(made));
    }

    /// 200 for whoever makes it once more.
    static Response already(Programme made) {
        return Created.already(made.view(), tag(made));
    }

    private static EntityTag tag(Programme found) {
        return ETags.of(found.version(), "whole");
    }
}
