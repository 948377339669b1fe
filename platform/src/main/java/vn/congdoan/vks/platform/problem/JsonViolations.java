package vn.congdoan.vks.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads why a body could not be read as the violation at the place where reading stopped.
public final class JsonViolations {

    private JsonViolations() {}

    /// Something else stands where an object belongs.
    public static List<Violation> wrongType() {
        return List.of(new Violation("", "wrong-type"));
    }

    /// The violation at the place where reading stopped.
    public static List<Violation> of(JacksonException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException domain) {
                return domain.violations().stream()
                        .map(each -> each.under(pointer(failure)))
                        .toList();
            }
        }
        return List.of(
                switch (failure) {
                    case UnrecognizedPropertyException unknown -> new Violation(pointer(unknown), "unknown-field");
                    case InvalidNullException absent -> new Violation(pointer(absent), "required");
                    case InvalidFormatException format -> invalidFormat(format);
                    case MismatchedInputException mismatched -> new Violation(pointer(mismatched), "wrong-type");
                    case JsonMappingException mapping -> mapped(mapping);
                    default -> new Violation("", "not-json");
                });
    }

    /// A number may be whole and right, and yet more than the field can hold.
    private static Violation mapped(JsonMappingException failure) {
        if (failure.getCause() instanceof InputCoercionException number) {
            boolean isLong = number.getTargetType() == long.class || number.getTargetType() == Long.class;
            boolean isNegative = number.getOriginalMessage().startsWith("Numeric value (-");
            long limit = isNegative
                    ? (isLong ? Long.MIN_VALUE : Integer.MIN_VALUE)
                    : (isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
            return new Violation(pointer(failure), isNegative ? "too-small" : "too-large", Map.of("value", limit));
        }
        return new Violation(pointer(failure), "not-json");
    }

    private static Violation invalidFormat(InvalidFormatException failure) {
        Class<?> target = failure.getTargetType();
        if (target != null && target.isEnum()) {
            String allowed = Arrays.stream(target.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return new Violation(pointer(failure), "unknown-value", Map.of("allowed", allowed));
        }
        return new Violation(pointer(failure), "wrong-type");
    }

    private static String pointer(@Nullable JacksonException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(place -> place.getFieldName() == null ? String.valueOf(place.getIndex()) : place.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
