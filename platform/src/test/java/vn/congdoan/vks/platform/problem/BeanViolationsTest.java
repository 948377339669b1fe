package vn.congdoan.vks.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.UniqueElements;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // Before they are checked, fields that must be there may be null.
class BeanViolationsTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final LocalDate FAR_AWAY = LocalDate.of(9999, 1, 1);

    private final Validator validator = FACTORY.getValidator();

    record Bulk(
            @NotEmpty @Valid List<@NotNull Row> items,
            @Nullable List<@NotBlank String> tags) {}

    record Row(@NotBlank String name, @NotNull @Valid Birth birth) {}

    record Birth(@Min(1900) @Max(2100) int year) {}

    record Everything(
            @NotNull String required,
            @Size(min = 2, max = 3) String sized,
            @Min(5) int small,
            @DecimalMin("0.5") BigDecimal fraction,
            @Max(5) int large,
            @Past LocalDate future,
            @Pattern(regexp = "[A-Z]+") String pattern,
            @Email String email,
            @UniqueElements List<String> each,
            @Digits(integer = 15, fraction = 3) BigDecimal rate) {}

    @SuppressWarnings("unused") // Only its signature is of interest.
    static class Resource {

        public void list(@RestQuery("limit") @Max(200) int most, @RestQuery @NotNull String unit) {}

        public void create(@NotNull @Valid Row form) {}
    }

    /// As a framework does with an intercepted resource: the annotations stay with the class that was written.
    static class Intercepted extends Resource {

        @Override
        public void list(int most, String unit) {
            super.list(most, unit);
        }

        @Override
        public void create(Row form) {
            super.create(form);
        }
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void the_pointer_leads_into_nested_objects_and_rows() {
        Row good = new Row("Lan", new Birth(1990));
        Row bad = new Row(" ", new Birth(1800));

        assertEquals(
                List.of(
                        new Violation("/items/1/birth/year", "too-small", Map.of("value", 1900L)),
                        new Violation("/items/1/name", "required")),
                of(new Bulk(List.of(good, bad), null)));
    }

    @Test
    void a_row_itself_and_a_text_in_a_list_are_pointed_at_by_their_place() {
        assertEquals(
                List.of(new Violation("/items/1", "required"), new Violation("/tags/2", "required")),
                of(new Bulk(Arrays.asList(new Row("Lan", new Birth(1990)), null), List.of("a", "b", " "))));
    }

    @Test
    void an_empty_list_is_one_that_is_missing() {
        assertEquals(List.of(new Violation("/items", "required")), of(new Bulk(List.of(), null)));
    }

    @Test
    void every_rule_has_its_code_and_its_limits() {
        assertEquals(
                List.of(
                        new Violation("/each", "repeated"),
                        new Violation("/email", "not-an-email"),
                        new Violation("/fraction", "too-small", Map.of("value", "0.5")),
                        new Violation("/future", "in-the-future"),
                        new Violation("/large", "too-large", Map.of("value", 5L)),
                        new Violation("/pattern", "pattern"),
                        new Violation("/rate", "too-many-digits", Map.of("fraction", 3)),
                        new Violation("/required", "required"),
                        new Violation("/sized", "size", Map.of("min", 2, "max", 3)),
                        new Violation("/small", "too-small", Map.of("value", 5L))),
                of(new Everything(
                        null,
                        "a",
                        1,
                        BigDecimal.ZERO,
                        9,
                        FAR_AWAY,
                        "x",
                        "nobody",
                        List.of("a", "a"),
                        new BigDecimal("0.0001"))));
    }

    @Test
    void a_query_parameter_is_pointed_at_by_the_name_it_has_in_the_address() {
        assertEquals(
                List.of(
                        new Violation("?limit", "too-large", Map.of("value", 200L)),
                        new Violation("?unit", "required")),
                ofCall(new Resource(), "list", 1000, null));
    }

    @Test
    void a_body_is_pointed_into_and_a_missing_one_is_the_whole_document() {
        assertEquals(
                List.of(new Violation("/birth", "required"), new Violation("/name", "required")),
                ofCall(new Resource(), "create", new Row("", null)));
        assertEquals(List.of(new Violation("", "required")), ofCall(new Resource(), "create", new Object[] {null}));
    }

    @Test
    void an_intercepted_resource_is_read_like_the_one_that_was_written() {
        assertEquals(
                List.of(
                        new Violation("?limit", "too-large", Map.of("value", 200L)),
                        new Violation("?unit", "required")),
                ofCall(new Intercepted(), "list", 1000, null));
        assertEquals(List.of(new Violation("", "required")), ofCall(new Intercepted(), "create", new Object[] {null}));
    }

    private List<Violation> of(Object bean) {
        return BeanViolations.of(validator.validate(bean));
    }

    private List<Violation> ofCall(Resource resource, String name, @Nullable Object... values) {
        var method = Arrays.stream(resource.getClass().getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findAny()
                .orElseThrow();
        return BeanViolations.of(validator.forExecutables().validateParameters(resource, method, values));
    }
}
