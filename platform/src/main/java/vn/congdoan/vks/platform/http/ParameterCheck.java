package vn.congdoan.vks.platform.http;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Query parameters are as strict as bodies: a name that the operation does not know (a misspelt filter would silently
/// show everything), a doubled one, or unclean text is refused.
class ParameterCheck {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ResourceInfo operation, UriInfo uri) {
        Set<String> names = known.computeIfAbsent(operation.getResourceMethod(), ParameterCheck::namesOf);
        List<Violation> violations = new ArrayList<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!names.contains(name)) {
                violations.add(new Violation("?" + printable(name), "unknown-parameter"));
            } else if (values.size() > 1) {
                violations.add(new Violation("?" + name, "invalid"));
            } else if (!values.stream().allMatch(VietnameseText::isClean)) {
                violations.add(new Violation("?" + name, "unclean-text"));
            }
        });
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private static Set<String> namesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RestQuery.class))
                .map(ParameterCheck::nameOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String nameOf(Parameter parameter) {
        String name = parameter.getAnnotation(RestQuery.class).value();
        return name.isEmpty() ? parameter.getName() : name;
    }

    private static String printable(String name) {
        return VietnameseText.isClean(name) && name.length() <= 40 ? name : "…";
    }
}
