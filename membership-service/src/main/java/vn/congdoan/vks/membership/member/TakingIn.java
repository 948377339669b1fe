package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Conflict;

/// Brings the placements of two records of one person together. On days that both know they must say the same; days
/// that
/// only the duplicate knows are taken over, whole placements of it or the beginning of one that the surviving record
/// knows only later. Where they contradict each other nothing is guessed: one of them is to be corrected first.
final class TakingIn {

    private final List<Placement> surviving;
    private final List<Placement> duplicates;
    private final Set<Placement> whole = new HashSet<>();
    private final Set<Placement> begun = new HashSet<>();
    private final Set<UnitId> countedTwice = new HashSet<>();
    private final List<Placement> taken = new ArrayList<>();
    private @Nullable LocalDate firstChanged;

    private TakingIn(List<Placement> surviving, List<Placement> duplicates) {
        this.surviving = surviving;
        this.duplicates = duplicates;
    }

    /// What came of it.
    ///
    /// @param placements all of the surviving record, in their order
    /// @param firstChanged the first day on which it says more than before; empty: on none
    /// @param countedTwice units in which the person was counted by both records
    record Outcome(List<Placement> placements, Optional<LocalDate> firstChanged, Set<UnitId> countedTwice) {

        Outcome {
            placements = List.copyOf(placements);
            countedTwice = Set.copyOf(countedTwice);
        }
    }

    /// @param surviving placements of the record that stays; begun earlier where the duplicate says so
    /// @param duplicates those of the other one, in their order
    static Outcome of(List<Placement> surviving, List<Placement> duplicates) {
        TakingIn taking = new TakingIn(surviving, duplicates);
        for (int index = 0; index < duplicates.size(); index++) {
            taking.take(index);
        }
        for (int index = 0; index < duplicates.size(); index++) {
            taking.requireContinued(index);
        }
        List<Placement> all = new ArrayList<>(surviving);
        all.addAll(taking.taken);
        all.sort(Comparator.comparing(Placement::validFrom));
        requireDeathLast(all);
        returnAfterTheFirst(all);
        return new Outcome(all, Optional.ofNullable(taking.firstChanged), taking.countedTwice);
    }

    private void take(int index) {
        Placement duplicate = duplicates.get(index);
        List<Placement> meeting =
                surviving.stream().filter(each -> each.overlaps(duplicate)).toList();
        if (meeting.isEmpty()) {
            whole.add(duplicate);
            taken.add(duplicate.copy());
            changedOn(duplicate.validFrom());
            return;
        }
        meeting.stream()
                .filter(each -> !each.unitId().equals(duplicate.unitId()))
                .findFirst()
                .ifPresent(each -> contradictOn(later(each.validFrom(), duplicate.validFrom())));
        if (meeting.size() > 1) {
            contradictOn(meeting.get(1).validFrom());
        }
        Placement same = meeting.getFirst();
        requireOneEnd(same, duplicate);
        requireOneBeginning(same, duplicate);
        countedTwice.add(duplicate.unitId());
        if (same.beganBy(Arrival.ENROLLED) && !same.validFrom().isBefore(duplicate.validFrom())) {
            begin(same, duplicate);
        }
    }

    private static void requireOneEnd(Placement same, Placement duplicate) {
        LocalDate end = same.validTo();
        if (end != null && duplicate.reachesBeyond(end)) {
            contradictOn(end);
        }
        LocalDate other = duplicate.validTo();
        boolean left = duplicate.endReason() != null;
        if (other != null && left && (same.reachesBeyond(other) || same.endReason() != duplicate.endReason())) {
            contradictOn(other);
        }
    }

    private static void requireOneBeginning(Placement same, Placement duplicate) {
        if (same.validFrom().isAfter(duplicate.validFrom()) && !same.beganBy(Arrival.ENROLLED)) {
            contradictOn(same.validFrom());
        }
        boolean came = duplicate.beganBy(Arrival.ADMITTED) || duplicate.beganBy(Arrival.READMITTED);
        if (came && (same.continues() || same.validFrom().isBefore(duplicate.validFrom()))) {
            contradictOn(duplicate.validFrom());
        }
    }

    /// When somebody was enrolled says nothing of how it was before.
    private void begin(Placement same, Placement duplicate) {
        if (duplicate.validFrom().isBefore(same.validFrom()) || !duplicate.beganBy(Arrival.ENROLLED)) {
            changedOn(duplicate.validFrom());
        }
        same.beginAs(duplicate);
        if (duplicate.continues()) {
            begun.add(duplicate);
        }
    }

    /// What goes on elsewhere in the duplicate does so in the surviving record, or does not stand in it at all.
    private void requireContinued(int index) {
        Placement duplicate = duplicates.get(index);
        boolean beginsHere = whole.contains(duplicate) || begun.contains(duplicate);
        if (beginsHere && duplicate.continues() && !whole.contains(duplicates.get(index - 1))) {
            contradictOn(duplicate.validFrom());
        }
        if (whole.contains(duplicate) && duplicate.leadsOn()) {
            Placement next = duplicates.get(index + 1);
            if (!whole.contains(next) && !begun.contains(next)) {
                contradictOn(next.validFrom());
            }
        }
    }

    /// Nobody is placed after their death.
    private static void requireDeathLast(List<Placement> all) {
        for (Placement each : all.subList(0, Math.max(0, all.size() - 1))) {
            LocalDate end = each.validTo();
            if (end != null && each.endedBy(Departure.DECEASED)) {
                contradictOn(end);
            }
        }
    }

    /// Who was admitted twice came back the second time.
    private static void returnAfterTheFirst(List<Placement> all) {
        all.stream()
                .skip(1)
                .filter(each -> each.beganBy(Arrival.ADMITTED))
                .forEach(each -> each.beginAs(Arrival.READMITTED));
    }

    private void changedOn(LocalDate day) {
        firstChanged = firstChanged == null || day.isBefore(firstChanged) ? day : firstChanged;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void contradictOn(LocalDate day) {
        throw new Conflict("records-contradict", Map.of("day", day));
    }
}
