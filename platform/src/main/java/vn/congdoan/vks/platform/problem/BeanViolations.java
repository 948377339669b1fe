package vn.congdoan.vks.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;

/// Reads the findings of Bean Validation as violations: the pointer of the place, the name of the rule, its limits.
public final class BeanViolations {

    private BeanViolations() {}

    /// All findings, in the order of their places.
    public static List<Violation> of(Set<? extends ConstraintViolation<?>> findings) {
        return findings.stream()
                .map(BeanViolations::violation)
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                .toList();
    }

    private static Violation violation(ConstraintViolation<?> finding) {
        Map<String, Object> limits = new HashMap<>();
        Map<String, Object> attributes = finding.getConstraintDescriptor().getAttributes();
        for (String limit : List.of("min", "max", "value", "fraction")) {
            if (attributes.containsKey(limit)) {
                limits.put(limit, attributes.get(limit));
            }
        }
        String rule = finding.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Violation(pointer(finding), codeOf(rule), limits);
    }

    private static String pointer(ConstraintViolation<?> finding) {
        StringBuilder pointer = new StringBuilder();
        List<Class<?>> types = List.of();
        String method = "";
        for (Path.Node node : finding.getPropertyPath()) {
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            switch (node.getKind()) {
                case METHOD -> {
                    method = node.getName();
                    types = node.as(Path.MethodNode.class).getParameterTypes();
                }
                case PARAMETER -> {
                    int index = node.as(Path.ParameterNode.class).getParameterIndex();
                    pointer.append(parameter(finding.getRootBeanClass(), method, types, index));
                }
                case PROPERTY -> pointer.append('/').append(node.getName());
                default -> {}
            }
        }
        return pointer.toString();
    }

    /// A query parameter has its name in the address; what has none there is the body, the whole document.
    private static String parameter(Class<?> resource, String method, List<Class<?>> types, int index) {
        // The annotations stand on the class that was written, not on the one that the framework made of it.
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            for (Method each : type.getDeclaredMethods()) {
                if (each.getName().equals(method)
                        && List.of(each.getParameterTypes()).equals(types)) {
                    Parameter parameter = each.getParameters()[index];
                    RestQuery query = parameter.getAnnotation(RestQuery.class);
                    if (query != null) {
                        return "?" + (query.value().isEmpty() ? parameter.getName() : query.value());
                    }
                }
            }
        }
        return "";
    }

    private static String codeOf(String rule) {
        return switch (rule) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "size";
            case "Min", "DecimalMin", "PositiveOrZero", "Positive" -> "too-small";
            case "Max" -> "too-large";
            case "Past", "PastOrPresent" -> "in-the-future";
            case "Pattern" -> "pattern";
            case "Email" -> "not-an-email";
            case "UniqueElements" -> "repeated";
            case "Digits" -> "too-many-digits";
            default -> "invalid";
        };
    }
}
