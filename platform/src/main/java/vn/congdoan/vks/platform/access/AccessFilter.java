package vn.congdoan.vks.platform.access;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.congdoan.vks.platform.problem.Forbidden;

/// The first check, before a body is read: accounts without any standing may only ask who they are, and an operation
/// on a collection needs its permission somewhere. What depends on the unit is judged inside the operation.
class AccessFilter {

    private final Caller caller;

    AccessFilter(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ResourceInfo operation, UriInfo uri) {
        Needs needs = operation.getResourceMethod().getAnnotation(Needs.class);
        if (needs == null || needs.value() == Permission.KNOW_MYSELF) {
            return;
        }
        if (caller.standing(needs.value()).isNobody()) {
            throw new Forbidden("no-assignment");
        }
        boolean onCollection = uri.getPathParameters().isEmpty();
        if (onCollection
                && !caller.holds(needs.value())
                && !(needs.orOwnRecord() && caller.standing().member() != null)) {
            throw new Forbidden();
        }
    }
}
