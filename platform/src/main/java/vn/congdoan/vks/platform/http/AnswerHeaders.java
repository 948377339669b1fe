package vn.congdoan.vks.platform.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Answers belong to one caller and one language: no shared cache may keep them, and a private one asks again.
class AnswerHeaders {

    @ServerResponseFilter
    void mark(ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        response.getHeaders().putSingle(HttpHeaders.VARY, "Authorization, Accept-Language");
    }
}
