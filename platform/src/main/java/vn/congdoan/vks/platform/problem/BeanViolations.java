package vn.congdoan.vks.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        for (String limit : List.of("min", "max", "value")) {
            if (attributes.containsKey(limit)) {
                limits.put(limit, attributes.get(limit));
            }
        }
        String rule = finding.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Violation(pointer(finding.getPropertyPath()), codeOf(rule), limits);
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        boolean parameter = false;
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CROSS_PARAMETER) {
                continue;
            }
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                // Only a body is validated in depth; a violation of the parameter itself is one of the query.
                parameter = true;
                pointer.append('?').append(node.getName());
            } else if (node.getKind() == ElementKind.PROPERTY) {
                if (parameter) {
                    pointer.setLength(0);
                    parameter = false;
                }
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static String codeOf(String rule) {
        return switch (rule) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "size";
            case "Min", "PositiveOrZero", "Positive" -> "too-small";
            case "Max" -> "too-large";
            case "Past", "PastOrPresent" -> "in-the-future";
            case "Pattern" -> "pattern";
            case "Email" -> "not-an-email";
            default -> "invalid";
        };
    }
}
