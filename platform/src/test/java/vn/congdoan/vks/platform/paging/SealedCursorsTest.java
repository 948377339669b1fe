package vn.congdoan.vks.platform.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.secrets.TestKeys;

class SealedCursorsTest {

    private static final List<String> KEYS = List.of("Lan", "Trần Thị Lan", "0192d3c1-0000-7000-8000-000000000000");

    private final SealedCursors cursors = new SealedCursors(TestKeys.master("one master key for these tests!!"));

    @Property(tries = 200)
    void a_cursor_leads_back_to_its_row(@ForAll List<@StringLength(max = 40) String> keys) {
        // Only whole characters come out of a database.
        List<String> stored = keys.stream()
                .map(key -> new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList();

        assertEquals(stored, cursors.read("members", cursors.after("members", stored)));
    }

    @Test
    void a_cursor_fits_into_an_address_and_tells_nothing() {
        String cursor = cursors.after("members", KEYS);

        assertTrue(cursor.matches("[A-Za-z0-9_-]+"), cursor);
        String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        assertFalse(decoded.contains("Lan"), decoded);
    }

    @Test
    void the_cursor_of_another_list_is_refused() {
        assertRefused("units", cursors.after("members", KEYS));
    }

    @Test
    void the_cursor_of_another_deployment_is_refused() {
        SealedCursors other = new SealedCursors(TestKeys.master("another key of another deployment"));

        assertRefused("members", other.after("members", KEYS));
    }

    @Test
    void a_changed_cursor_is_refused_wherever_it_was_changed() {
        String cursor = cursors.after("members", KEYS);
        // The last character may carry bits that mean nothing.
        for (int place = 0; place < cursor.length() - 1; place++) {
            char other = cursor.charAt(place) == 'A' ? 'B' : 'A';
            assertRefused("members", cursor.substring(0, place) + other + cursor.substring(place + 1));
        }
    }

    @Test
    void garbage_is_refused() {
        for (String garbage : List.of("", " ", "A", "AQ", "====", "not base64!", "null", "đ", "A".repeat(5_000))) {
            assertRefused("members", garbage);
        }
    }

    private void assertRefused(String list, String cursor) {
        Invalid refusal = assertThrows(Invalid.class, () -> cursors.read(list, cursor));
        assertEquals(List.of(new Violation("?cursor", "invalid-cursor")), refusal.violations());
    }
}
