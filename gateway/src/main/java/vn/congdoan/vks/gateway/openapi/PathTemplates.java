package vn.congdoan.vks.gateway.openapi;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.congdoan.vks.gateway.routing.Routes;

/// Names a request's path without what is particular to the request, for logs and metrics: ids and whatever else a
/// client writes into a path may tell who somebody is. Only words of the documented API and of the route table
/// appear.
public final class PathTemplates {

    private static final String UNKNOWN = "/**";
    private static final List<String> OPEN = List.of("/openapi", "/docs", "/q");

    private final Map<Integer, List<List<String>>> byLength;

    /// @param paths the documented paths, such as `/api/v1/members/{id}/admit`
    public PathTemplates(Collection<String> paths) {
        // Literal segments sort before `{`, so that the more exact template is met first.
        byLength = paths.stream()
                .sorted(Comparator.comparing(path -> path.replace('{', '\uffff')))
                .map(path -> Arrays.asList(path.split("/", -1)))
                .collect(Collectors.groupingBy(List::size));
    }

    /// The documented path that this path is an instance of; else the route or area it belongs to, and `/**`.
    public String of(String path) {
        var segments = Arrays.asList(path.split("/", -1));
        return byLength.getOrDefault(segments.size(), List.of()).stream()
                .filter(template -> fits(template, segments))
                .map(template -> String.join("/", template))
                .findFirst()
                .orElseGet(() -> area(path));
    }

    private static boolean fits(List<String> template, List<String> segments) {
        for (int at = 0; at < segments.size(); at++) {
            var expected = template.get(at);
            boolean fits = expected.startsWith("{") ? !segments.get(at).isEmpty() : expected.equals(segments.get(at));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static String area(String path) {
        var route = Routes.of(path);
        if (route.isPresent()) {
            return route.get().prefix() + UNKNOWN;
        }
        return OPEN.stream()
                .filter(area -> path.startsWith(area))
                .map(area -> area + UNKNOWN)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
