package vn.congdoan.vks.gateway.entry;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import vn.congdoan.vks.gateway.openapi.PathTemplates;

/// One line per request: id, method, path template, status, duration. Never a query, a body or an id in a path, which
/// may tell who somebody is.
@ApplicationScoped
final class AccessLog {

    private static final Logger LOG = Logger.getLogger("vn.congdoan.vks.gateway.access");

    /// Where Quarkus' metrics look for the name under which a request is counted.
    private static final String METRIC_NAME = "UrlPathTemplate";

    private final PathTemplates templates;

    AccessLog(PathTemplates templates) {
        this.templates = templates;
    }

    /// Logs the request when it has ended, completely or not.
    void follow(RoutingContext context) {
        long started = System.nanoTime();
        var template = templates.of(Objects.requireNonNullElse(context.request().path(), ""));
        context.vertx().getOrCreateContext().putLocal(METRIC_NAME, template);
        context.addEndHandler(ended -> write(context, template, started, ended.succeeded()));
    }

    private static void write(RoutingContext context, String template, long started, boolean complete) {
        var method = context.request().method().name();
        int status = context.response().getStatusCode();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        var fields = Map.of(
                "method", method,
                "route", template,
                "status", Integer.toString(status),
                "durationMillis", Long.toString(millis),
                "complete", Boolean.toString(complete));
        fields.forEach(MDC::put);
        LOG.infof("%s %s %d %d ms%s", method, template, status, millis, complete ? "" : ", cut off");
        fields.keySet().forEach(MDC::remove);
    }
}
