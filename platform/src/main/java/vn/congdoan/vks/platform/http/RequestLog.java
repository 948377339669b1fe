package vn.congdoan.vks.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Problems;

/// Names every request by an id (the gateway's, else a new one) in the answer and in all log lines, and writes one line
/// per request: method, shape of the path, status, time. Query strings and bodies hold names of people: never logged.
@ApplicationScoped
class RequestLog {

    static final String HEADER = "X-Request-Id";

    private static final Logger LOG = Logger.getLogger("vn.congdoan.vks.request");
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern PLAIN_SEGMENT = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final int EARLY = 1000;

    void register(@Observes Filters filters) {
        filters.register(this::handle, EARLY);
    }

    private void handle(RoutingContext context) {
        String id = idOf(context.request().getHeader(HEADER));
        long start = System.nanoTime();
        MDC.put(Problems.REQUEST_ID, id);
        context.response().putHeader(HEADER, id);
        String path = Objects.requireNonNullElse(context.request().path(), "");
        if (path.startsWith("/q/")) {
            context.next();
            return;
        }
        context.addEndHandler(ended -> {
            MDC.put(Problems.REQUEST_ID, id);
            LOG.infof(
                    "%s %s %d %d ms",
                    context.request().method(),
                    shape(path),
                    context.response().getStatusCode(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        });
        context.next();
    }

    private static String idOf(@Nullable String given) {
        return given != null && SANE_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /// The path with everything replaced that is not a word of our own vocabulary.
    private static String shape(String path) {
        return Arrays.stream(path.split("/", -1))
                .limit(10)
                .map(segment ->
                        segment.isEmpty() || PLAIN_SEGMENT.matcher(segment).matches() ? segment : "{}")
                .collect(Collectors.joining("/"));
    }
}
