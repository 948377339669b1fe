package vn.congdoan.vks.membership.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.problem.Invalid;

class FigurePeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2022,      2022-01-01, 2022-12-31",
        "2022-H1,   2022-01-01, 2022-06-30",
        "2022-H2,   2022-07-01, 2022-12-31",
        "2022-Q1,   2022-01-01, 2022-03-31",
        "2022-Q4,   2022-10-01, 2022-12-31",
        "2022-01,   2022-01-01, 2022-01-31",
        "2024-02,   2024-02-01, 2024-02-29",
        "2022-12,   2022-12-01, 2022-12-31",
        "2018/2023, 2018-01-01, 2023-12-31",
        "2018/2028, 2018-01-01, 2028-12-31",
        "1900,      1900-01-01, 1900-12-31",
        "2199,      2199-01-01, 2199-12-31",
    })
    void a_period_has_a_first_and_a_last_day(String text, LocalDate first, LocalDate last) {
        FigurePeriod period = new FigurePeriod(text);
        assertEquals(first, period.firstDay());
        assertEquals(last, period.lastDay());
        assertEquals(text, period.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "22",
                "2022 ",
                " 2022",
                "02022",
                "2022-",
                "2022-0",
                "2022-1",
                "2022-00",
                "2022-13",
                "2022-H0",
                "2022-H3",
                "2022-h1",
                "2022-Q0",
                "2022-Q5",
                "2022-q1",
                "2022Q1",
                "2022/Q1",
                "2022-03-01",
                "2018-2023",
                "2018–2023",
                "2018/23",
                "2018/2023/2028",
                "٢٠٢٢",
                "2022\n"
            })
    void what_is_written_in_another_way_is_no_period(String text) {
        assertEquals("not-a-period", rule(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899", "2200", "0000-Q1", "9999-12", "1899/1904", "2195/2200"})
    void records_do_not_speak_of_other_years(String text) {
        assertEquals("year-out-of-range", rule(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023/2018", "2023/2023", "2018/2029"})
    void a_term_lasts_from_one_year_into_a_later_one(String text) {
        assertEquals("not-a-term", rule(text));
    }

    private static String rule(String text) {
        return assertThrows(Invalid.class, () -> new FigurePeriod(text))
                .violations()
                .getFirst()
                .code();
    }
}
