package vn.congdoan.vks.platform.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.PreconditionRequired;
import vn.congdoan.vks.platform.problem.Stale;
import vn.congdoan.vks.platform.problem.Violation;

class ETagsTest {

    @Test
    void a_tag_names_the_version_and_the_view() {
        assertEquals("7-scope", ETags.of(7, Reach.SCOPE).getValue());
        assertEquals("7-oversight", ETags.of(7, Reach.OVERSIGHT).getValue());
        assertEquals("0-unit", ETags.of(0, "unit").getValue());
    }

    @Test
    void a_change_made_from_the_current_version_goes_through_whatever_the_view() {
        for (String tag : List.of("\"7-scope\"", "\"7-oversight\"", "\"7\"", "W/\"7-scope\"", " \"7-scope\" ")) {
            assertDoesNotThrow(() -> ETags.requireMatch(tag, 7), tag);
        }
    }

    @Test
    void one_of_several_versions_is_enough() {
        assertDoesNotThrow(() -> ETags.requireMatch("\"5-scope\", W/\"7-scope\" ,\"9-scope\"", 7));
    }

    @Test
    void a_star_means_whichever_version_is_there() {
        assertDoesNotThrow(() -> ETags.requireMatch("*", 7));
        assertDoesNotThrow(() -> ETags.requireMatch(" * ", 0));
    }

    @Test
    void a_change_that_does_not_say_its_version_is_refused() {
        PreconditionRequired refusal = assertThrows(PreconditionRequired.class, () -> ETags.requireMatch(null, 7));

        assertEquals(428, refusal.status());
        assertEquals(Map.of("header", "If-Match", "value", "<ETag>"), refusal.values());
    }

    @Test
    void a_change_made_from_another_version_is_stale() {
        for (String tag : List.of("\"6-scope\"", "\"8-scope\"", "\"77\"", "\"5\", \"6\"", "\"999999999999999999\"")) {
            assertEquals(
                    412,
                    assertThrows(Stale.class, () -> ETags.requireMatch(tag, 7), tag)
                            .status());
        }
    }

    @Test
    void what_is_no_tag_of_ours_is_refused_even_beside_a_good_one() {
        for (String tag : List.of(
                "",
                "7",
                "7-scope",
                "\"7-scope",
                "\"x\"",
                "\"\"",
                "\"-7\"",
                "\"7-SCOPE\"",
                "w/\"7\"",
                "\"7-scope\",",
                "\"7-scope\", x",
                "*, \"7\"",
                "\"7-scope\" \"8-scope\"",
                "\"9999999999999999999\"")) {
            Invalid refusal = assertThrows(Invalid.class, () -> ETags.requireMatch(tag, 7), tag);
            assertEquals(List.of(new Violation("If-Match", "not-an-etag")), refusal.violations());
        }
    }

    @Test
    void creation_under_an_id_says_that_nothing_may_be_there() {
        assertDoesNotThrow(() -> ETags.requireCreation("*"));
        assertEquals(
                Map.of("header", "If-None-Match", "value", "*"),
                assertThrows(PreconditionRequired.class, () -> ETags.requireCreation(null))
                        .values());
        for (String tag : List.of("", "\"7-scope\"", "**", "\"*\"")) {
            Invalid refusal = assertThrows(Invalid.class, () -> ETags.requireCreation(tag), tag);
            assertEquals(List.of(new Violation("If-None-Match", "must-be-a-star")), refusal.violations());
        }
    }
}
