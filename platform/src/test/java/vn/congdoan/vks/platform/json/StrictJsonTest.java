package vn.congdoan.vks.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;

class StrictJsonTest {

    private static final String ID = "0192d3c1-0000-7000-8000-000000000001";

    private final ObjectMapper json = strict();

    record Form(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Long money,
            @Nullable Double rate,
            @Nullable Boolean flag,
            @Nullable LocalDate day,
            @Nullable Colour colour,
            @Nullable UUID id,
            @Nullable UnitId unit,
            @Nullable List<String> texts,
            @Nullable Form inner) {}

    record Primitives(int number, boolean flag) {}

    enum Colour {
        RED,
        GREEN
    }

    @Test
    void a_proper_form_is_read() throws JsonProcessingException {
        Form form = json.readValue("""
                {"text": "Lan", "number": 7, "money": 9007199254740993, "rate": 0.5, "flag": true, "day": "2022-12-31",
                 "colour": "RED", "id": "%s", "unit": "%s", "texts": ["a", "b"], "inner": {"text": null}}
                """.formatted(ID, ID), Form.class);

        UUID id = UUID.fromString(ID);
        Form inner = new Form(null, null, null, null, null, null, null, null, null, null, null);
        assertEquals(
                new Form(
                        "Lan",
                        7,
                        9007199254740993L,
                        0.5,
                        true,
                        LocalDate.of(2022, 12, 31),
                        Colour.RED,
                        id,
                        new UnitId(id),
                        List.of("a", "b"),
                        inner),
                form);
    }

    @Test
    void text_is_only_text() {
        assertRefused("text", "1", "1.5", "true", "[]", "[\"a\"]", "{}");
        assertRefused("texts", "\"a\"", "\"\"", "[1]", "[true]", "[[\"a\"]]", "{}");
    }

    @Test
    void a_whole_number_is_only_a_whole_number() {
        for (String field : List.of("number", "money")) {
            assertRefused(field, "\"1\"", "\"\"", "\" \"", "1.0", "1.5", "1e2", "true", "[1]", "{}", "01", "NaN");
        }
        assertRefused("number", "2147483648");
        assertRefused("money", "9223372036854775808");
    }

    @Test
    void a_fraction_is_only_a_number() {
        assertRefused("rate", "\"0.5\"", "\"\"", "true", "[0.5]", "NaN", "Infinity", ".5");
    }

    @Test
    void yes_or_no_is_only_true_or_false() {
        assertRefused("flag", "\"true\"", "\"\"", "0", "1", "1.0", "[true]", "TRUE");
    }

    @Test
    void a_word_of_the_vocabulary_is_written_exactly_so() {
        assertRefused(
                "colour", "0", "1", "\"\"", "\" \"", "\"red\"", "\"PURPLE\"", "\" RED\"", "\"0\"", "true", "[\"RED\"]");
    }

    @Test
    void a_day_has_one_form() {
        assertRefused(
                "day",
                "\"2022-12-31T00:00:00\"",
                "\"2022-12-31T00:00:00Z\"",
                "\"2022-02-30\"",
                "\"2022-1-1\"",
                "\"31/12/2022\"",
                "\"1899-12-31\"",
                "\" 2022-12-31\"",
                "\"\"",
                "19357",
                "[2022,12,31]",
                "true",
                "{}");
    }

    @Test
    void an_id_has_one_form() {
        for (String field : List.of("id", "unit")) {
            assertRefused(
                    field,
                    "\"1-1-1-1-1\"",
                    "\"AZLTwQAAcACAAAAAAAAAAQ==\"",
                    "\"\"",
                    "\" \"",
                    "1",
                    "true",
                    "[\"" + ID + "\"]",
                    "{}");
        }
    }

    @Test
    void a_form_is_only_an_object() {
        assertRefused("inner", "\"\"", "\"a\"", "1", "true", "[]", "[{}]");
    }

    @Test
    void what_must_be_a_number_or_a_truth_value_is_neither_null_nor_absent() {
        for (String body : List.of(
                "{}", "{\"number\": 1}", "{\"number\": null, \"flag\": true}", "{\"number\": 1, \"flag\": null}")) {
            assertThrows(JacksonException.class, () -> json.readValue(body, Primitives.class), body);
        }
    }

    @Test
    void unknown_and_doubled_fields_and_whatever_follows_are_refused() {
        for (String body : List.of(
                "{\"nmae\": \"Lan\"}",
                "{\"Text\": \"Lan\"}",
                "{\"inner\": {\"nmae\": 1}}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"inner\": {\"text\": \"a\", \"text\": \"a\"}}",
                "{} {}",
                "{}]",
                "{} true",
                "{\"text\": \"a\",}",
                "{text: \"a\"}",
                "{'text': 'a'}",
                "{\"text\": \"a\" /* why */}",
                "{\"text\": \"a\"",
                "")) {
            assertThrows(JacksonException.class, () -> json.readValue(body, Form.class), body);
        }
    }

    @Test
    void depth_and_length_have_limits() throws JsonProcessingException {
        assertNotNull(json.readTree("[".repeat(50) + "]".repeat(50)));
        assertThrows(JacksonException.class, () -> json.readTree("[".repeat(51) + "]".repeat(51)));
        assertEquals(100_000, read("a".repeat(100_000)).length());
        assertThrows(JacksonException.class, () -> json.readValue(text("a".repeat(100_001)), Form.class));
    }

    @Test
    void text_becomes_composed_wherever_it_stands() throws JsonProcessingException {
        String decomposed = "Nguye\u0302\u0303n";

        assertEquals("Nguy\u1ec5n", read(decomposed));
        Form form = json.readValue(
                "{\"texts\": [\"" + decomposed + "\"], \"inner\": " + text(decomposed) + "}", Form.class);
        assertEquals(List.of("Nguy\u1ec5n"), form.texts());
        assertEquals("Nguy\u1ec5n", form.inner() == null ? null : form.inner().text());
    }

    @Test
    void control_characters_and_halves_of_characters_are_refused() throws JsonProcessingException {
        for (String escape : List.of("0000", "0001", "0008", "001b", "007f", "0085", "d83c", "df89", "df89\\ud83c")) {
            assertRefused("text", "\"a\\u" + escape + "b\"");
            assertRefused("texts", "[\"a\\u" + escape + "b\"]");
        }
        assertEquals("a\tb\nc", read("a\\tb\\nc"));
        assertEquals("\ud83c\udf89", read("\\ud83c\\udf89"));
    }

    @Test
    void blank_text_is_refused_wherever_it_stands() {
        for (String blank : List.of("", " ", "\\t\\r\\n", "\u00a0", "\u2003\u3000")) {
            assertRefused("text", "\"" + blank + "\"");
            assertRefused("texts", "[\"a\", \"" + blank + "\"]");
            assertRefused("inner", text(blank));
        }
    }

    record Required(@NotBlank String name) {}

    @Test
    void blank_text_of_a_field_that_must_have_one_is_left_to_its_constraint() throws JsonProcessingException {
        for (String blank : List.of("", "  ", "\u00a0")) {
            assertEquals(
                    "",
                    json.readValue("{\"name\": \"" + blank + "\"}", Required.class)
                            .name());
        }
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        for (String bytes : List.of("\u00ff", "\u00c3", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u0080")) {
            byte[] body = text(bytes).getBytes(StandardCharsets.ISO_8859_1);
            assertThrows(Exception.class, () -> json.readValue(body, Form.class), bytes);
        }
    }

    @Test
    void a_field_that_is_null_or_absent_is_null() throws JsonProcessingException {
        assertNull(json.readValue("{\"day\": null, \"unit\": null}", Form.class).day());
        assertNull(json.readValue("{\"day\": null, \"unit\": null}", Form.class).unit());
        assertNull(json.readValue("{}", Form.class).text());
    }

    @Test
    void days_and_instants_are_written_as_text() throws IOException {
        JsonNode written = json.readTree(json.writeValueAsString(List.of(
                LocalDate.of(2022, 12, 31), Instant.parse("2022-12-31T17:00:00Z"), new UnitId(UUID.fromString(ID)))));

        assertEquals("[\"2022-12-31\",\"2022-12-31T17:00:00Z\",\"" + ID + "\"]", written.toString());
    }

    private String read(String text) throws JsonProcessingException {
        return Objects.requireNonNull(json.readValue(text(text), Form.class).text());
    }

    private static String text(String text) {
        return "{\"text\": \"" + text + "\"}";
    }

    private void assertRefused(String field, String... values) {
        for (String value : values) {
            String body = "{\"" + field + "\": " + value + "}";
            assertThrows(JacksonException.class, () -> json.readValue(body, Form.class), body);
        }
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = JsonMapper.builder().findAndAddModules().build();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
