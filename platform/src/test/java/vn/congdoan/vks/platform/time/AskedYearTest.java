package vn.congdoan.vks.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;

class AskedYearTest {

    private static final UnitId UNIT = new UnitId(UUID.randomUUID());

    @Test
    void the_first_and_the_last_year_are_years() {
        assertEquals(new AskedYear(UNIT, 1900), AskedYear.of(UNIT, "1900"));
        assertEquals(new AskedYear(UNIT, 2199), AskedYear.of(UNIT, "2199"));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, not-a-number",
        "+2023, not-a-number",
        "1e3, not-a-number",
        "' 2023', not-a-number",
        "02023, not-a-number",
        "٢٠٢٣, not-a-number",
        "2023.0, not-a-number",
        "0, year-out-of-range",
        "-2023, year-out-of-range",
        "1899, year-out-of-range",
        "2200, year-out-of-range",
        "99999999999999999999, year-out-of-range"
    })
    void every_other_text_is_refused(String text, String rule) {
        refused(UNIT, text, new Violation("?year", rule));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void both_are_required(@Nullable String absent) {
        refused(null, absent, new Violation("?unit", "required"), new Violation("?year", "required"));
    }

    private static void refused(@Nullable UnitId unit, @Nullable String year, Violation... violations) {
        assertEquals(
                List.of(violations),
                assertThrows(Invalid.class, () -> AskedYear.of(unit, year)).violations());
    }
}
