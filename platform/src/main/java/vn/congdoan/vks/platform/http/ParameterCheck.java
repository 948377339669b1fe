package vn.congdoan.vks.platform.http;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Query parameters are as strict as bodies: a name that the operation does not know (a misspelt filter would silently
/// show everything), a doubled one, one
/// without a value, or unclean text is refused.
class ParameterCheck {

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ResourceInfo operation, UriInfo uri) {
        Map<String, Class<?>> parameters =
                known.computeIfAbsent(operation.getResourceMethod(), ParameterCheck::parametersOf);
        List<Violation> violations = new ArrayList<>();
        uri.getQueryParameters().forEach((name, values) -> {
            Class<?> type = parameters.get(name);
            if (type == null) {
                violations.add(new Violation("?" + printable(name), "unknown-parameter"));
            } else if (values.size() > 1) {
                violations.add(new Violation("?" + name, "invalid"));
            } else if (type != String.class && values.contains("")) {
                // It would be taken for absent, and the list would show everything.
                violations.add(new Violation("?" + name, "required"));
            } else if (!values.stream().allMatch(VietnameseText::isClean)) {
                violations.add(new Violation("?" + name, "unclean-text"));
            } else if (values.stream().anyMatch(value -> !value.isEmpty() && VietnameseText.isBlank(value))) {
                violations.add(new Violation("?" + name, "blank"));
            }
        });
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private static Map<String, Class<?>> parametersOf(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RestQuery.class))
                .collect(Collectors.toUnmodifiableMap(ParameterCheck::nameOf, Parameter::getType));
    }

    private static String nameOf(Parameter parameter) {
        String name = parameter.getAnnotation(RestQuery.class).value();
        return name.isEmpty() ? parameter.getName() : name;
    }

    private static String printable(String name) {
        return VietnameseText.isClean(name) && name.length() <= 40 ? name : "…";
    }
}
