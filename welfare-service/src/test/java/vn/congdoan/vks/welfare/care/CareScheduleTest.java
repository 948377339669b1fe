package vn.congdoan.vks.welfare.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// When something is due follows from the first day and the months between.
class CareScheduleTest {

    private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2024, 1, 31);

    @Test
    void a_month_without_the_day_has_it_on_its_last_day() {
        CareSchedule monthly = new CareSchedule(LAST_OF_JANUARY, 1, null);
        assertTrue(monthly.has(LAST_OF_JANUARY));
        assertTrue(monthly.has(LocalDate.of(2024, 2, 29)));
        assertTrue(monthly.has(LocalDate.of(2024, 3, 31)));
        assertTrue(monthly.has(LocalDate.of(2024, 4, 30)));
        assertTrue(monthly.has(LocalDate.of(2025, 2, 28)));
        assertFalse(monthly.has(LocalDate.of(2024, 2, 28)));
        assertFalse(monthly.has(LocalDate.of(2024, 3, 29)));
        assertFalse(monthly.has(LocalDate.of(2023, 12, 31)));
    }

    @Test
    void months_between_due_days_have_none() {
        CareSchedule quarterly = new CareSchedule(LAST_OF_JANUARY, 3, null);
        assertTrue(quarterly.has(LocalDate.of(2024, 4, 30)));
        assertFalse(quarterly.has(LocalDate.of(2024, 3, 31)));
        assertFalse(quarterly.has(LocalDate.of(2023, 10, 31)));
    }

    @Test
    void nothing_is_due_after_the_last_day() {
        CareSchedule until = new CareSchedule(LAST_OF_JANUARY, 1, LocalDate.of(2024, 3, 31));
        assertTrue(until.has(LocalDate.of(2024, 3, 31)));
        assertFalse(until.has(LocalDate.of(2024, 4, 30)));
    }

    @Test
    void the_due_day_before_one_is_a_period_earlier() {
        CareSchedule quarterly = new CareSchedule(LAST_OF_JANUARY, 3, null);
        assertEquals(LAST_OF_JANUARY, quarterly.before(LocalDate.of(2024, 4, 30)));
        assertEquals(LocalDate.of(2023, 10, 31), quarterly.before(LAST_OF_JANUARY));
    }

    @Test
    void a_year_has_as_many_due_days_as_begin_in_it() {
        assertEquals(
                List.of(12L, 6L, 4L, 3L, 3L, 2L, 2L, 2L, 2L, 2L, 2L, 1L),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(months -> new CareSchedule(LAST_OF_JANUARY, months, null).daysOfYear())
                        .toList());
        assertEquals(2, new CareSchedule(LAST_OF_JANUARY, 1, LocalDate.of(2024, 3, 30)).daysOfYear());
        assertEquals(12, new CareSchedule(LAST_OF_JANUARY, 1, LocalDate.of(2199, 12, 31)).daysOfYear());
    }
}
