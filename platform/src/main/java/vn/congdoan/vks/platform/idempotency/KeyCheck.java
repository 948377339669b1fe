package vn.congdoan.vks.platform.idempotency;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.problem.Invalid;

/// An `Idempotency-Key` must be well formed, and must be there where money moves: a payment whose answer was lost can
/// then be sent again without paying twice.
class KeyCheck {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        if (!request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        List<String> keys = request.getHeaders().get(HEADER);
        Needs needs = operation.getResourceMethod().getAnnotation(Needs.class);
        if (keys == null || keys.isEmpty()) {
            if (needs != null && needs.value().movesMoney()) {
                throw new Invalid(HEADER, "required");
            }
        } else if (keys.size() > 1 || !KEY.matcher(keys.getFirst()).matches()) {
            throw new Invalid(HEADER, "not-a-key");
        }
    }
}
