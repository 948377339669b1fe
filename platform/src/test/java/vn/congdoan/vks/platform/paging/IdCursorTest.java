package vn.congdoan.vks.platform.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.secrets.TestKeys;

class IdCursorTest {

    @Property
    void a_cursor_leads_back_to_its_id(@ForAll long most, @ForAll long least) {
        UUID id = new UUID(most, least);
        String cursor = IdCursor.after(id);

        assertTrue(cursor.matches("[A-Za-z0-9_-]+"), cursor);
        assertEquals(id, IdCursor.read(cursor));
    }

    @Test
    void garbage_is_refused() {
        for (String garbage : List.of("", "A", "====", "not base64!", "đ", base64("1-1-1-1-1"), base64("2022-12-31"))) {
            Invalid refusal = assertThrows(Invalid.class, () -> IdCursor.read(garbage), garbage);
            assertEquals(List.of(new Violation("?cursor", "invalid-cursor")), refusal.violations());
        }
    }

    @Test
    void a_sealed_cursor_is_refused() {
        String sealed = new SealedCursors(TestKeys.master("a key")).after("members", List.of("Lan"));

        assertThrows(Invalid.class, () -> IdCursor.read(sealed));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
