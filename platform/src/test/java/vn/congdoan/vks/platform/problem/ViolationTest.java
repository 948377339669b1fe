package vn.congdoan.vks.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViolationTest {

    @Test
    void a_violation_moves_with_the_part_it_was_found_in() {
        Violation found = new Violation("/name", "size", Map.of("max", 20));

        assertEquals(new Violation("/items/3/name", "size", Map.of("max", 20)), found.under("/items/3"));
        assertEquals(found, found.under(""));
    }

    @Test
    void what_the_text_needs_does_not_change_afterwards() {
        Map<String, Object> values = new HashMap<>(Map.of("max", 20));
        Violation violation = new Violation("/name", "size", values);

        values.put("max", 30);

        assertEquals(Map.of("max", 20), violation.values());
        assertThrows(
                UnsupportedOperationException.class, () -> violation.values().put("max", 40));
    }

    @Test
    void a_refusal_keeps_its_status_code_and_places() {
        Violation place = new Violation("/code", "invalid");

        assertEquals(404, new NotFound().status());
        assertEquals(403, new Forbidden().status());
        assertEquals(409, new Conflict("conflict", place).status());
        assertEquals(List.of(place), new Conflict("conflict", place).violations());
        assertEquals(400, new Invalid(place).status());
        assertEquals(422, new Unprocessable("/code", "invalid").status());
        assertEquals(List.of(place), new Unprocessable("/code", "invalid").violations());
        assertEquals(412, new Stale().status());
        assertEquals(428, new PreconditionRequired("If-Match", "<ETag>").status());
        assertEquals(503, new Unavailable("database-unavailable").status());
    }
}
