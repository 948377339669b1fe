package vn.congdoan.vks.platform.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;

class PageTest {

    @Test
    void an_empty_list_is_one_empty_page() {
        Page<String> page = page(0, 50);

        assertEquals(List.of(), page.items());
        assertNull(page.next());
    }

    @Test
    void a_list_that_just_fits_has_no_next_page() {
        Page<String> page = page(3, 3);

        assertEquals(List.of("#0", "#1", "#2"), page.items());
        assertNull(page.next());
    }

    @Test
    void the_row_beyond_the_limit_is_not_shown_and_the_cursor_stands_after_the_last_shown() {
        Page<String> page = page(4, 3);

        assertEquals(List.of("#0", "#1", "#2"), page.items());
        assertEquals("after 2", page.next());
    }

    @Property
    void paging_shows_every_row_once_and_in_order(
            @ForAll @IntRange(max = 300) int rows, @ForAll @IntRange(min = 1, max = 40) int limit) {
        List<String> shown = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            int from = cursor == null ? 0 : Integer.parseInt(cursor.substring("after ".length())) + 1;
            Page<String> page = page(from, rows, limit);
            shown.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertEquals(IntStream.range(0, rows).mapToObj(row -> "#" + row).toList(), shown);
    }

    @Test
    void a_limit_is_a_number_from_1_to_200() {
        assertEquals(1, PageLimit.fromString("1").value());
        assertEquals(200, PageLimit.fromString("200").value());
        assertEquals(50, PageLimit.fromString(PageLimit.DEFAULT).value());
        Violation outOfRange = new Violation("?limit", "limit-out-of-range", Map.of("max", 200));
        for (String text : List.of("0", "201", "100000", "999999999")) {
            assertEquals(List.of(outOfRange), refusal(text), text);
        }
    }

    @Test
    void what_is_no_plain_number_is_no_limit() {
        for (String text :
                List.of("", "-1", "+5", "1.0", "1e2", " 5", "5 ", "ten", "0x10", "9999999999", "\u0665", "5\n")) {
            assertEquals(List.of(new Violation("?limit", "not-a-number")), refusal(text), text);
        }
    }

    private static List<Violation> refusal(String limit) {
        return assertThrows(Invalid.class, () -> PageLimit.fromString(limit), limit)
                .violations();
    }

    private static Page<String> page(int rows, int limit) {
        return page(0, rows, limit);
    }

    /// Reads as a query does: one row more than the page shows, where there is one.
    private static Page<String> page(int from, int rows, int limit) {
        PageLimit pageLimit = new PageLimit(limit);
        List<Integer> read = IntStream.range(from, rows)
                .limit(pageLimit.rowsToRead())
                .boxed()
                .toList();
        return Page.of(read, pageLimit, row -> "#" + row, row -> "after " + row);
    }
}
