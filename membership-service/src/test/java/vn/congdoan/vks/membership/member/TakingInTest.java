package vn.congdoan.vks.membership.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Conflict;

class TakingInTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 12;
    private static final int HISTORIES = 20_000;

    @Test
    void a_membership_that_only_the_duplicate_knows_is_taken_over_and_the_later_one_is_a_return() {
        List<Placement> surviving = List.of(new Placement(unit(1), day(6), Arrival.ADMITTED));
        List<Placement> duplicate = List.of(placed(1, 2, Arrival.ADMITTED, 4, Departure.RESIGNED));

        TakingIn.Outcome outcome = TakingIn.of(surviving, duplicate);

        assertEquals("1 2-4 ADMITTED RESIGNED, 1 6- READMITTED null", told(outcome.placements()));
        assertEquals(Optional.of(day(2)), outcome.firstChanged());
    }

    @Test
    void who_was_enrolled_in_the_middle_has_been_there_since_the_duplicate_says() {
        List<Placement> surviving = List.of(new Placement(unit(1), day(6), Arrival.ENROLLED));
        List<Placement> duplicate = List.of(new Placement(unit(1), day(2), Arrival.ADMITTED));

        TakingIn.Outcome outcome = TakingIn.of(surviving, duplicate);

        assertEquals("1 2- ADMITTED null", told(outcome.placements()));
        assertEquals(Optional.of(day(2)), outcome.firstChanged());
    }

    @Test
    void a_transfer_that_only_the_duplicate_knows_leads_to_where_the_other_one_begins() {
        List<Placement> surviving = List.of(new Placement(unit(2), day(6), Arrival.ENROLLED));
        List<Placement> duplicate = List.of(
                placed(1, 2, Arrival.ADMITTED, 6, Departure.TRANSFERRED),
                new Placement(unit(2), day(6), Arrival.TRANSFERRED));

        assertEquals(
                "1 2-6 ADMITTED TRANSFERRED, 2 6- TRANSFERRED null",
                told(TakingIn.of(surviving, duplicate).placements()));
    }

    @Test
    void equal_records_change_nothing() {
        List<Placement> surviving = List.of(new Placement(unit(1), day(6), Arrival.ADMITTED));
        List<Placement> duplicate = List.of(new Placement(unit(1), day(6), Arrival.ENROLLED));

        TakingIn.Outcome outcome = TakingIn.of(surviving, duplicate);

        assertEquals("1 6- ADMITTED null", told(outcome.placements()));
        assertEquals(Optional.empty(), outcome.firstChanged());
    }

    @Test
    void nothing_is_guessed_where_they_contradict_each_other() {
        Placement admitted = new Placement(unit(1), day(4), Arrival.ADMITTED);
        assertContradictingOn(4, admitted, new Placement(unit(2), day(2), Arrival.ENROLLED));
        assertContradictingOn(4, admitted, new Placement(unit(1), day(2), Arrival.ENROLLED));
        Placement ended = placed(1, 4, Arrival.ADMITTED, 6, Departure.RETIRED);
        assertContradictingOn(6, ended, new Placement(unit(1), day(5), Arrival.ENROLLED));
        assertContradictingOn(5, admitted, placed(1, 4, Arrival.ADMITTED, 5, Departure.DECEASED));
        assertContradictingOn(5, admitted, placed(1, 4, Arrival.ADMITTED, 5, Departure.RESIGNED));
        assertContradictingOn(6, ended, placed(1, 4, Arrival.ENROLLED, 6, Departure.DECEASED));
        assertContradictingOn(
                6, new Placement(unit(1), day(4), Arrival.ENROLLED), new Placement(unit(1), day(6), Arrival.ADMITTED));
        Placement dead = placed(1, 4, Arrival.ADMITTED, 6, Departure.DECEASED);
        assertContradictingOn(6, dead, new Placement(unit(1), day(8), Arrival.ADMITTED));
    }

    @Test
    void whatever_the_records_say_every_day_of_both_is_kept_once_and_nothing_is_invented() {
        Random random = new Random(20_261_122);
        int taken = 0;
        int begunEarlier = 0;
        int refused = 0;
        for (int round = 0; round < HISTORIES; round++) {
            List<Placement> surviving = record(random);
            List<Placement> duplicate = record(random);
            Map<Integer, UnitId> own = days(surviving);
            Map<Integer, UnitId> expected = days(duplicate);
            expected.putAll(own);
            String before = told(surviving) + " | " + told(duplicate);
            try {
                List<Placement> merged = TakingIn.of(surviving, duplicate).placements();
                assertEquals(expected, days(merged), before);
                assertWhole(merged, before);
                taken += merged.size() > surviving.size() ? 1 : 0;
                begunEarlier += days(surviving).size() > own.size() ? 1 : 0;
            } catch (Conflict contradicting) {
                refused++;
                assertTrue(own.size() + days(duplicate).size() > 0, before);
            }
        }
        assertTrue(taken > 1000 && begunEarlier > 20 && refused > 1000, taken + " " + begunEarlier + " " + refused);
    }

    @Test
    void whichever_takes_in_the_other_they_agree_or_contradict_each_other_alike() {
        Random random = new Random(20_261_123);
        int agreeing = 0;
        for (int round = 0; round < HISTORIES; round++) {
            long seed = random.nextLong();
            Optional<Map<Integer, UnitId>> one = merged(seed, false);
            assertEquals(one, merged(seed, true), () -> {
                Random same = new Random(seed);
                return told(record(same)) + " | " + told(record(same));
            });
            agreeing += one.isPresent() ? 1 : 0;
        }
        assertTrue(agreeing > 1000, "agreeing " + agreeing);
    }

    /// Where the person was on which days; empty where the records contradict each other.
    private static Optional<Map<Integer, UnitId>> merged(long seed, boolean otherWayRound) {
        Random random = new Random(seed);
        List<Placement> one = record(random);
        List<Placement> other = record(random);
        try {
            TakingIn.Outcome outcome = otherWayRound ? TakingIn.of(other, one) : TakingIn.of(one, other);
            return Optional.of(days(outcome.placements()));
        } catch (Conflict contradicting) {
            return Optional.empty();
        }
    }

    /// One or two memberships of one or two placements each, in three units.
    private static List<Placement> record(Random random) {
        List<Placement> all = new ArrayList<>();
        int day = random.nextInt(5);
        int memberships = random.nextInt(3);
        for (int number = 0; number < memberships; number++) {
            int unit = 1 + random.nextInt(3);
            Arrival arrival =
                    random.nextInt(3) > 0 ? Arrival.ENROLLED : number == 0 ? Arrival.ADMITTED : Arrival.READMITTED;
            int end = day + 1 + random.nextInt(4);
            if (random.nextInt(3) == 0) {
                all.add(placed(unit, day, arrival, end, Departure.TRANSFERRED));
                day = end;
                end = day + 1 + random.nextInt(4);
                unit = unit % 3 + 1;
                arrival = Arrival.TRANSFERRED;
            }
            boolean last = number == memberships - 1;
            if (last && random.nextBoolean()) {
                all.add(new Placement(unit(unit), day(day), arrival));
            } else {
                all.add(placed(
                        unit,
                        day,
                        arrival,
                        end,
                        last && random.nextInt(5) == 0 ? Departure.DECEASED : Departure.RESIGNED));
            }
            day = end + random.nextInt(3);
        }
        return all;
    }

    private static Map<Integer, UnitId> days(List<Placement> placements) {
        Map<Integer, UnitId> days = new TreeMap<>();
        for (int number = 0; number < 3 * DAYS; number++) {
            for (Placement each : placements) {
                if (each.isOn(day(number))) {
                    assertEquals(null, days.put(number, each.unitId()), () -> "twice in " + told(placements));
                }
            }
        }
        return days;
    }

    /// What the database demands when a transaction ends.
    private static void assertWhole(List<Placement> placements, String before) {
        for (int index = 0; index < placements.size(); index++) {
            Placement each = placements.get(index);
            Placement previous = index == 0 ? null : placements.get(index - 1);
            assertEquals(each.continues(), previous != null && previous.leadsOn(), before);
            assertTrue(!each.continues() || (previous != null && previous.endedOn(each.validFrom())), before);
            assertTrue(index < placements.size() - 1 || !each.leadsOn(), before);
        }
    }

    private static void assertContradictingOn(int day, Placement surviving, Placement duplicate) {
        Conflict refused = assertThrows(Conflict.class, () -> TakingIn.of(List.of(surviving), List.of(duplicate)));
        assertEquals("records-contradict", refused.code());
        assertEquals(day(day), refused.values().get("day"));
    }

    private static String told(List<Placement> placements) {
        return placements.stream().map(TakingInTest::told).collect(Collectors.joining(", "));
    }

    private static String told(Placement placement) {
        MemberState.Counted counted = placement.counted();
        return counted.unitId().value().getLeastSignificantBits() + " " + number(counted.validFrom()) + "-"
                + number(counted.validTo()) + " " + cause(placement);
    }

    private static String cause(Placement placement) {
        String began = Arrays.stream(Arrival.values())
                .filter(placement::beganBy)
                .map(Arrival::name)
                .collect(Collectors.joining());
        return Arrays.stream(Departure.values())
                .filter(placement::endedBy)
                .map(each -> began + " " + each)
                .findFirst()
                .orElse(began + " null");
    }

    private static String number(@Nullable LocalDate day) {
        return day == null ? "" : Long.toString(day.toEpochDay() - START.toEpochDay());
    }

    private static LocalDate day(int number) {
        return START.plusDays(number);
    }

    private static Placement placed(int unit, int from, Arrival arrival, int to, Departure departure) {
        Placement placement = new Placement(unit(unit), day(from), arrival);
        placement.end(day(to), departure);
        return placement;
    }

    private static UnitId unit(int number) {
        return new UnitId(new UUID(0, number));
    }
}
