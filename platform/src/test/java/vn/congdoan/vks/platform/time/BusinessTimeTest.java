package vn.congdoan.vks.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {

    @Test
    void the_first_and_the_last_day_are_days() {
        assertEquals(Optional.of(LocalDate.of(1900, 1, 1)), BusinessTime.parseDate("1900-01-01"));
        assertEquals(Optional.of(LocalDate.of(2199, 12, 31)), BusinessTime.parseDate("2199-12-31"));
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), BusinessTime.parseDate("2024-02-29"));
    }

    @Test
    void days_beyond_them_are_refused() {
        assertEquals(Optional.empty(), BusinessTime.parseDate("1899-12-31"));
        assertEquals(Optional.empty(), BusinessTime.parseDate("2200-01-01"));
    }

    @Test
    void a_day_that_never_was_and_every_other_form_are_refused() {
        for (String text : List.of(
                "",
                "2023-02-29",
                "2022-02-30",
                "2022-13-01",
                "2022-00-10",
                "2022-1-1",
                "22-01-01",
                "+2022-01-01",
                "2022-01-01T00:00:00",
                "2022-01-01Z",
                "20220101",
                "01/01/2022",
                " 2022-01-01",
                "2022-01-01\n",
                "\u0662\u0660\u0662\u0662-01-01")) {
            assertEquals(Optional.empty(), BusinessTime.parseDate(text), text);
        }
    }

    @Property
    void every_day_between_is_read_as_it_is_written(@ForAll @LongRange(min = -25_567, max = 84_005) long day) {
        LocalDate date = LocalDate.ofEpochDay(day);

        assertEquals(Optional.of(date), BusinessTime.parseDate(date.toString()));
    }

    @Test
    void the_business_day_begins_at_midnight_in_vietnam() {
        Clock clock = new ClockSource().clock();

        assertEquals(BusinessTime.ZONE, clock.getZone());
        assertEquals(
                LocalDate.of(2023, 1, 1),
                LocalDate.now(Clock.fixed(Instant.parse("2022-12-31T17:00:00Z"), clock.getZone())));
        assertEquals(
                LocalDate.of(2022, 12, 31),
                LocalDate.now(Clock.fixed(Instant.parse("2022-12-31T16:59:59Z"), clock.getZone())));
    }
}
