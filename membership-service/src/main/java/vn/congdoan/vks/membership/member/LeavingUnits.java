package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// How a member leaves units on a day on which these are reorganized, and where that leads.
///
/// @param any whether any unit is left
/// @param from the unit that is left, the first of them; where the member stays: the present one
/// @param to where one goes from it
/// @param present where the record says that the member is, from now on
/// @param arrivals the placements that begin where others end
record LeavingUnits(boolean any, UnitId from, UnitId to, UnitId present, List<Placement> arrivals) {

    /// Ends the placements that a reorganization ends.
    ///
    /// @param present where the record says that the member is
    /// @param destination where one goes from a unit; empty: stays there
    static LeavingUnits on(
            LocalDate day, List<Placement> placements, UnitId present, Function<UnitId, Optional<UnitId>> destination) {
        @Nullable UnitId from = null;
        List<Placement> arrivals = new ArrayList<>();
        for (Placement each : placements) {
            UnitId unit = each.unitId();
            Optional<UnitId> to = each.reachesBeyond(day) ? destination.apply(unit) : Optional.empty();
            if (to.isEmpty()) {
                continue;
            }
            from = from == null ? unit : from;
            if (each.validFrom().isBefore(day)) {
                arrivals.add(each.restIn(to.get(), day));
                each.end(day, Departure.REORGANIZED);
            } else {
                each.moveTo(to.get());
            }
        }
        UnitId after = destination.apply(present).orElse(present);
        UnitId left = from == null ? present : from;
        return new LeavingUnits(
                from != null || !after.equals(present),
                left,
                destination.apply(left).orElse(left),
                after,
                List.copyOf(arrivals));
    }
}
