package vn.congdoan.vks.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonTrailTest {

    @Test
    void the_newest_come_first_whoever_has_them() {
        var page = CommonTrail.of(List.of(part(false, "9", "3"), part(false, "f", "8")), 10, List.of());
        assertEquals(List.of("f", "9", "8", "3"), ids(page));
        assertNull(page.next());
    }

    @Test
    void a_full_page_leads_to_what_it_left_out() {
        var page = CommonTrail.of(List.of(part(false, "9", "3"), part(false, "f", "8")), 3, List.of());
        assertEquals(List.of("f", "9", "8"), ids(page));
        assertEquals("OA", page.next());
    }

    @Test
    void a_service_that_has_more_leads_on() {
        var page = CommonTrail.of(List.of(part(true, "9", "3"), part(false)), 2, List.of("welfare"));
        assertEquals("Mw", page.next());
        assertEquals(List.of("welfare"), page.unavailable());
    }

    @Test
    void nothing_at_all_is_the_end() {
        assertNull(CommonTrail.of(List.of(part(false)), 2, List.of()).next());
    }

    private static TrailPart.Entries part(boolean more, String... ids) {
        List<JsonNode> entries = Arrays.stream(ids)
                .<JsonNode>map(id -> JsonNodeFactory.instance.objectNode().put("id", id))
                .toList();
        return new TrailPart.Entries(entries, more);
    }

    private static List<String> ids(CommonTrail page) {
        return page.items().stream().map(CommonTrail::id).toList();
    }
}
