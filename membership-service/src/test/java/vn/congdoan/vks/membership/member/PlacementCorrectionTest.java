package vn.congdoan.vks.membership.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;

class PlacementCorrectionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate JANUARY = LocalDate.of(2022, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2022, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2022, 6, 1);

    private final List<Placement> placements = new ArrayList<>();

    /// From January in unit 1, from March in unit 2 until June, from then on in unit 3.
    @BeforeEach
    void place() {
        placements.add(placed(1, JANUARY, Arrival.ADMITTED, MARCH, Departure.TRANSFERRED));
        placements.add(placed(2, MARCH, Arrival.TRANSFERRED, JUNE, Departure.TRANSFERRED));
        placements.add(new Placement(unit(3), JUNE, Arrival.TRANSFERRED));
    }

    @Test
    void the_day_between_two_placements_moves_for_both() {
        correct(MARCH, LocalDate.of(2022, 2, 1), null);

        assertEquals("1: 2022-01-01..2022-02-01, 2: 2022-02-01..2022-06-01, 3: 2022-06-01..null", told());
    }

    @Test
    void the_end_of_one_placement_is_the_beginning_of_the_next() {
        correct(MARCH, null, LocalDate.of(2022, 8, 1));

        assertEquals("1: 2022-01-01..2022-03-01, 2: 2022-03-01..2022-08-01, 3: 2022-08-01..null", told());
    }

    @Test
    void no_two_placements_ever_stand_on_one_day_whichever_way_both_ends_move() {
        correct(MARCH, LocalDate.of(2022, 2, 1), LocalDate.of(2022, 4, 1));
        assertEquals("1: 2022-01-01..2022-02-01, 2: 2022-02-01..2022-04-01, 3: 2022-04-01..null", told());

        correct(MARCH, LocalDate.of(2022, 3, 15), LocalDate.of(2022, 9, 1));
        assertEquals("1: 2022-01-01..2022-03-15, 2: 2022-03-15..2022-09-01, 3: 2022-09-01..null", told());
    }

    @Test
    void a_neighbour_keeps_at_least_a_day() {
        assertThrows(Unprocessable.class, () -> correct(MARCH, JANUARY, null));
        assertThrows(Unprocessable.class, () -> correct(JANUARY, null, JUNE));

        correct(MARCH, JANUARY.plusDays(1), null);
    }

    @Test
    void after_an_ended_membership_the_next_begins_when_it_is_over_at_the_earliest() {
        placements.clear();
        placements.add(placed(1, JANUARY, Arrival.ADMITTED, MARCH, Departure.RESIGNED));
        placements.add(new Placement(unit(2), JUNE, Arrival.READMITTED));

        assertThrows(Unprocessable.class, () -> correct(JUNE, MARCH.minusDays(1), null));
        assertThrows(Unprocessable.class, () -> correct(JANUARY, null, JUNE.plusDays(1)));
        correct(JUNE, MARCH, null);
        assertEquals("1: 2022-01-01..2022-03-01, 2: 2022-03-01..null", told());
    }

    @Test
    void what_a_reorganization_ended_is_not_corrected() {
        placements.clear();
        placements.add(placed(1, JANUARY, Arrival.ADMITTED, MARCH, Departure.REORGANIZED));
        placements.add(new Placement(unit(2), MARCH, Arrival.REORGANIZED));

        assertThrows(Unprocessable.class, () -> correct(JANUARY, null, JUNE));
        assertThrows(Unprocessable.class, () -> correct(JUNE, JUNE, null));
        correct(JANUARY, JANUARY.minusDays(1), null);
    }

    /// Corrects step by step, as it is written, and looks after each step.
    private void correct(LocalDate on, @Nullable LocalDate from, @Nullable LocalDate to) {
        for (PlacementCorrection.Corrected each : new PlacementCorrection(on, from, to, null).of(placements, TODAY)) {
            each.write();
            requireNoOverlap();
        }
    }

    private void requireNoOverlap() {
        for (int index = 1; index < placements.size(); index++) {
            Placement before = placements.get(index - 1);
            assertEquals(false, before.reachesBeyond(placements.get(index).validFrom()), () -> "overlap in " + told());
        }
    }

    private String told() {
        return placements.stream()
                .map(Placement::counted)
                .map(each -> each.unitId().value().getLeastSignificantBits() + ": " + each.validFrom() + ".."
                        + each.validTo())
                .collect(Collectors.joining(", "));
    }

    private static Placement placed(int unit, LocalDate from, Arrival arrival, LocalDate to, Departure departure) {
        Placement placement = new Placement(unit(unit), from, arrival);
        placement.end(to, departure);
        return placement;
    }

    private static UnitId unit(int number) {
        return new UnitId(new UUID(0, number));
    }
}
