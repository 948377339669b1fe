package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// What was recorded wrongly about one placement: its first day, its end or its unit. Where a membership goes on from
/// one placement to the next, the day between them belongs to both, and moves for both: there is neither gap nor
/// overlap. What a reorganization began or ended is that reorganization's, and stays.
///
/// @param on a day of the placement as it is recorded
/// @param validFrom the right first day; null: as it is
/// @param validTo the right end, exclusive; null: as it is
/// @param unitId the right unit; null: as it is
record PlacementCorrection(
        LocalDate on,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UnitId unitId) {

    /// A placement as it should have been.
    ///
    /// @param isMeant false for a neighbour that gives days to it, or takes them
    record Corrected(
            Placement placement,
            boolean isMeant,
            UnitId unit,
            LocalDate from,
            @Nullable LocalDate to) {

        void write() {
            placement.correct(unit, from, to);
        }

        boolean beginsOtherwise() {
            return !placement.validFrom().equals(from);
        }

        boolean endsOtherwise() {
            return !Objects.equals(placement.validTo(), to);
        }

        boolean isElsewhere() {
            return !placement.unitId().equals(unit);
        }

        private boolean givesDays() {
            LocalDate end = placement.validTo();
            boolean endsInTime = end == null || (to != null && !to.isAfter(end));
            return !from.isBefore(placement.validFrom()) && endsInTime;
        }
    }

    /// The one that is meant, among it and its neighbours.
    static Corrected meant(List<Corrected> corrected) {
        return corrected.stream().filter(Corrected::isMeant).findFirst().orElseThrow();
    }

    /// The placement and the neighbours that it concerns: neighbours that give days first, those that take them last.
    List<Corrected> of(List<Placement> placements, LocalDate today) {
        int index = indexIn(placements);
        Placement placement = placements.get(index);
        Corrected meant = new Corrected(
                placement,
                true,
                unitId == null ? placement.unitId() : unitId,
                validFrom == null ? placement.validFrom() : validFrom,
                validTo == null ? placement.validTo() : validTo);
        requirePossible(meant, today);
        List<Corrected> all = new ArrayList<>(List.of(meant));
        if (index > 0 && meant.beginsOtherwise()) {
            before(placements.get(index - 1), meant, all);
        }
        if (index < placements.size() - 1 && meant.endsOtherwise()) {
            after(placements.get(index + 1), meant, all);
        }
        all.sort(Comparator.comparingInt(each -> each.isMeant() ? 1 : each.givesDays() ? 0 : 2));
        return all;
    }

    private int indexIn(List<Placement> placements) {
        for (int index = 0; index < placements.size(); index++) {
            Placement each = placements.get(index);
            if (!on.isBefore(each.validFrom()) && each.reachesBeyond(on)) {
                return index;
            }
        }
        throw new Unprocessable("/on", "no-placement-then");
    }

    private void requirePossible(Corrected meant, LocalDate today) {
        Placement placement = meant.placement();
        if (validTo != null && placement.isOpen()) {
            throw new Unprocessable("/validTo", "placement-goes-on");
        }
        if (!meant.beginsOtherwise() && !meant.endsOtherwise() && !meant.isElsewhere()) {
            throw new Unprocessable("", "nothing-to-correct");
        }
        boolean beganSo = placement.beganBy(Arrival.REORGANIZED);
        boolean endedSo = placement.endedBy(Departure.REORGANIZED);
        refuse(meant.beginsOtherwise() && beganSo, "/validFrom", "made-by-a-reorganization");
        refuse(meant.endsOtherwise() && endedSo, "/validTo", "made-by-a-reorganization");
        refuse(meant.isElsewhere() && (beganSo || endedSo), "/unitId", "made-by-a-reorganization");
        refuse(meant.from().isAfter(today), "/validFrom", "in-the-future");
        refuse(validTo != null && validTo.isAfter(today), "/validTo", "in-the-future");
        LocalDate end = meant.to();
        refuse(end != null && !meant.from().isBefore(end), validTo == null ? "/validFrom" : "/validTo", "empty-range");
    }

    private static void before(Placement previous, Corrected meant, List<Corrected> all) {
        boolean joined =
                previous.leadsOn() && previous.endedOn(meant.placement().validFrom());
        if (joined) {
            refuse(!previous.validFrom().isBefore(meant.from()), "/validFrom", "beyond-the-neighbour");
            all.add(new Corrected(previous, false, previous.unitId(), previous.validFrom(), meant.from()));
            return;
        }
        refuse(previous.reachesBeyond(meant.from()), "/validFrom", "beyond-the-neighbour");
    }

    private static void after(Placement next, Corrected meant, List<Corrected> all) {
        LocalDate end = Objects.requireNonNull(meant.to());
        boolean joined = meant.placement().leadsOn() && meant.placement().endedOn(next.validFrom());
        if (joined) {
            refuse(!next.reachesBeyond(end), "/validTo", "beyond-the-neighbour");
            all.add(new Corrected(next, false, next.unitId(), end, next.validTo()));
            return;
        }
        refuse(end.isAfter(next.validFrom()), "/validTo", "beyond-the-neighbour");
    }

    private static void refuse(boolean wrong, String pointer, String code) {
        if (wrong) {
            throw new Unprocessable(pointer, code);
        }
    }
}
