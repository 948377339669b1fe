package vn.congdoan.vks.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.json.StrictJson;

class JsonViolationsTest {

    private final ObjectMapper json = strict();

    record Bulk(@Nullable List<Row> items) {}

    record Row(
            @Nullable String name,
            @Nullable LocalDate birthDate,
            @Nullable UnitId unit,
            @Nullable Gender gender,
            @JsonProperty("a/b~c") @Nullable Integer odd,
            @Nullable Primitive primitive,
            @Nullable Long money) {}

    record Primitive(int count) {}

    enum Gender {
        FEMALE,
        MALE
    }

    @Test
    void the_pointer_leads_to_the_field_in_the_row_where_reading_stopped() {
        assertViolation("/items/1/name", "wrong-type", "{\"items\": [{}, {\"name\": 7}]}");
        assertViolation("/items/0", "wrong-type", "{\"items\": [7]}");
        assertViolation("/items", "wrong-type", "{\"items\": 7}");
    }

    @Test
    void an_unknown_field_is_pointed_at() {
        assertViolation("/items/0/nmae", "unknown-field", "{\"items\": [{\"nmae\": 7}]}");
        assertViolation("/rows", "unknown-field", "{\"rows\": []}");
    }

    @Test
    void a_null_where_a_number_belongs_is_pointed_at() {
        assertViolation("/items/0/primitive/count", "wrong-type", "{\"items\": [{\"primitive\": {\"count\": null}}]}");
    }

    @Test
    void a_number_that_the_field_cannot_hold_is_too_large_or_too_small() {
        long most = Integer.MAX_VALUE;
        long least = Integer.MIN_VALUE;
        for (String number : List.of("2147483649", "99999999999999999999")) {
            assertEquals(
                    List.of(new Violation("/items/0/primitive/count", "too-large", Map.of("value", most))),
                    violations("{\"items\": [{\"primitive\": {\"count\": " + number + "}}]}"));
            assertEquals(
                    List.of(new Violation("/items/0/a~1b~0c", "too-small", Map.of("value", least))),
                    violations("{\"items\": [{\"a/b~c\": -" + number + "}]}"));
        }
        assertEquals(
                List.of(new Violation("/items/0/money", "too-large", Map.of("value", Long.MAX_VALUE))),
                violations("{\"items\": [{\"money\": 9223372036854775808}]}"));
    }

    @Test
    void what_our_own_rules_refuse_is_pointed_at_by_their_codes() {
        assertViolation("/items/0/birthDate", "not-a-date", "{\"items\": [{\"birthDate\": \"2022-02-30\"}]}");
        assertViolation("/items/0/unit", "not-an-id", "{\"items\": [{\"unit\": \"1-1-1-1-1\"}]}");
        assertViolation("/items/1/name", "unclean-text", "{\"items\": [{}, {\"name\": \"a\\u0000\"}]}");
    }

    @Test
    void a_word_outside_the_vocabulary_is_told_the_vocabulary() {
        for (String word : List.of("OTHER", "female", " FEMALE", "")) {
            assertEquals(
                    List.of(new Violation("/items/0/gender", "unknown-value", Map.of("allowed", "FEMALE, MALE"))),
                    violations("{\"items\": [{\"gender\": \"" + word + "\"}]}"),
                    word);
        }
    }

    @Test
    void slashes_and_tildes_in_names_are_escaped() {
        assertViolation("/items/0/a~1b~0c", "wrong-type", "{\"items\": [{\"a/b~c\": \"x\"}]}");
    }

    @Test
    void what_is_no_json_is_said_so() {
        assertViolation("", "not-json", "nonsense");
        assertViolation("", "not-json", "{\"items\": []");
        assertViolation("/items/0/name", "not-json", "{\"items\": [{\"name\": \"Lan]}");
    }

    @Test
    void a_doubled_field_and_a_second_document_are_no_json() {
        assertEquals(
                "not-json",
                violations("{\"items\": [], \"items\": []}").getFirst().code());
        assertViolation("", "wrong-type", "{} {}");
    }

    @Test
    void a_body_of_another_kind_is_of_the_wrong_type() {
        assertViolation("", "wrong-type", "[]");
        assertViolation("", "wrong-type", "\"Lan\"");
    }

    private void assertViolation(String pointer, String code, String body) {
        assertEquals(List.of(new Violation(pointer, code)), violations(body), body);
    }

    private List<Violation> violations(String body) {
        return JsonViolations.of(assertThrows(JacksonException.class, () -> json.readValue(body, Bulk.class), body));
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = JsonMapper.builder().findAndAddModules().build();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
