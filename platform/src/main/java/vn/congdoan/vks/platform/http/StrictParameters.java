package vn.congdoan.vks.platform.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Reads parameters in their one form: a bad one in the query is a 400 that names it, a bad id in the path a 404.
@Provider
public class StrictParameters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = queryName(annotations);
        if (type == LocalDate.class) {
            return converter(type, name, "not-a-date", BusinessTime::parseDate);
        }
        if (type == UUID.class) {
            return converter(type, name, "not-an-id", Ids::parse);
        }
        if (type == UnitId.class) {
            return converter(type, name, "not-an-id", text -> Ids.parse(text).map(UnitId::new));
        }
        if (type == MemberId.class) {
            return converter(type, name, "not-an-id", text -> Ids.parse(text).map(MemberId::new));
        }
        if (type == Integer.class) {
            return converter(type, name, "not-a-number", text -> number(text, 9).map(Long::intValue));
        }
        if (type == Long.class) {
            return converter(type, name, "not-a-number", text -> number(text, 18));
        }
        if (type == Boolean.class) {
            return converter(type, name, "not-true-or-false", StrictParameters::truth);
        }
        return type.isEnum() ? enumConverter(type, name) : null;
    }

    private static <T> ParamConverter<T> converter(
            Class<T> type, @Nullable String query, String code, Function<String, Optional<?>> parse) {
        return new Reading<>(text -> parse.apply(text)
                .map(type::cast)
                .orElseThrow(() -> query == null ? new NotFound() : Invalid.parameter(query, code)));
    }

    private static Optional<Long> number(String text, int digits) {
        boolean isNumber = text.matches("-?[0-9]+") && text.length() <= digits;
        return isNumber ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static <T> ParamConverter<T> enumConverter(Class<T> type, @Nullable String query) {
        T[] constants = type.getEnumConstants();
        String allowed = Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining(", "));
        Violation unknown = new Violation("?" + query, "unknown-value", Map.of("allowed", allowed));
        return new Reading<>(text -> Arrays.stream(constants)
                .filter(constant -> String.valueOf(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> query == null ? new NotFound() : new Invalid(unknown)));
    }

    private static @Nullable String queryName(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(RestQuery.class::isInstance)
                .map(each -> ((RestQuery) each).value())
                .findFirst()
                .orElse(null);
    }

    private record Reading<T>(Function<String, T> reader) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return reader.apply(text);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
