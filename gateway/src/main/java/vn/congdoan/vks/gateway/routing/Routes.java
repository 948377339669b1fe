package vn.congdoan.vks.gateway.routing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The routing table: which part of the system answers a path. A route covers its prefix and everything below it, by
/// whole segments; the longest prefix wins. Everything else does not exist, whatever the services serve.
public final class Routes {

    /// Where the public API begins.
    public static final String ROOT = "/api/v1";

    private static final List<Route> TABLE = Stream.of(
                    to(Backend.MEMBERSHIP, "/me", "/units", "/members", "/assignments", "/sync/membership"),
                    to(
                            Backend.MEMBERSHIP,
                            "/reorganizations",
                            "/document-handovers",
                            "/transfers",
                            "/provinces",
                            "/external-bodies",
                            "/committees",
                            "/reported-figures",
                            "/indicators",
                            "/sync/nodes",
                            "/sync/keys"),
                    to(Backend.CAMPAIGN, "/campaigns", "/commitments", "/sync/campaign"),
                    to(
                            Backend.WELFARE,
                            "/funds",
                            "/contributions",
                            "/contribution-layouts",
                            "/contribution-imports",
                            "/contribution-plans",
                            "/drives",
                            "/my",
                            "/periods",
                            "/fund-moves",
                            "/closing-statements",
                            "/disclosures",
                            "/support-cases",
                            "/support-limits",
                            "/entitlements",
                            "/entitlement-rules",
                            "/life-events",
                            "/support-programmes",
                            "/payables",
                            "/proposals",
                            "/care-commitments",
                            "/insurance-policies",
                            "/payee-accounts",
                            "/payment-files",
                            "/sync/welfare"),
                    Stream.of("/audit", "/overview").map(path -> new Route(ROOT + path, new Destination.Composed())))
            .flatMap(routes -> routes)
            .sorted(Comparator.comparingInt((Route route) -> route.prefix().length())
                    .reversed())
            .toList();

    /// Pages that need no token. Everything outside the public API and these does not exist.
    private static final List<String> OPEN = List.of("/openapi", "/docs", "/asyncapi", "/problems", "/q");

    /// Where files are attached to records: `/api/v1/support-cases/{id}/attachments/{attachmentId}`.
    private static final Pattern FILE = Pattern.compile(ROOT + "/[a-z-]+/[^/]+/attachments/[^/]+");

    private Routes() {}

    /// Who answers a request.
    public sealed interface Destination {

        /// A service answers, and the gateway passes the request on.
        ///
        /// @param backend the service
        record Forwarded(Backend backend) implements Destination {}

        /// The gateway answers itself, out of what several services know.
        record Composed() implements Destination {}
    }

    /// One line of the table.
    ///
    /// @param prefix whole segments, without a slash at the end
    /// @param destination who answers there
    public record Route(String prefix, Destination destination) {

        boolean covers(String path) {
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }

    /// The route of a path in normal form.
    public static Optional<Route> of(String path) {
        return TABLE.stream().filter(route -> route.covers(path)).findFirst();
    }

    /// Whether a path in normal form is one of the gateway's own open pages, such as `/openapi.json` or
    /// `/docs/index.html`.
    public static boolean open(String path) {
        return OPEN.stream()
                .anyMatch(page -> path.equals(page) || path.startsWith(page + "/") || path.startsWith(page + "."));
    }

    /// Whether what is put at a path in normal form is a file, which may be larger than other bodies.
    public static boolean takesFile(String path) {
        return FILE.matcher(path).matches();
    }

    private static Stream<Route> to(Backend backend, String... resources) {
        return Arrays.stream(resources).map(resource -> new Route(ROOT + resource, new Destination.Forwarded(backend)));
    }
}
