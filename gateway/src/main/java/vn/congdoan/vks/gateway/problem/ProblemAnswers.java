package vn.congdoan.vks.gateway.problem;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns what composed views and the REST layer throw into problems.
final class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    @ServerExceptionMapper
    Response problem(ProblemException failure, @Context HttpHeaders wishes, @Context HttpServerResponse response) {
        return write(failure.problem(), wishes, response);
    }

    @ServerExceptionMapper
    Response framework(
            WebApplicationException failure, @Context HttpHeaders wishes, @Context HttpServerResponse response) {
        return write(Problem.ofStatus(failure.getResponse().getStatus()), wishes, response);
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException failure, @Context HttpHeaders wishes, @Context HttpServerResponse response) {
        LOG.error("A composed view failed", failure);
        return write(Problem.of(ProblemCode.INTERNAL_ERROR), wishes, response);
    }

    private static Response write(Problem problem, HttpHeaders wishes, HttpServerResponse response) {
        var language = Language.wishedBy(wishes.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var requestId = Optional.ofNullable(response.headers().get(Problems.REQUEST_ID));
        var answer = Response.status(problem.code().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.body(language, requestId).encode());
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
