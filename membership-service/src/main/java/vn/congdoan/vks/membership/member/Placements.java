package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// The placements of one member, in their order: while a membership lasts, exactly one on every day.
final class Placements {

    private final List<Placement> all;

    /// @param all as the member's record holds them
    Placements(List<Placement> all) {
        this.all = all;
    }

    boolean areNone() {
        return all.isEmpty();
    }

    void begin(UnitId unit, LocalDate day, Arrival arrival) {
        all.add(new Placement(unit, day, arrival));
    }

    /// A new membership begins after the ones before.
    void requireNoneFrom(LocalDate day) {
        if (!all.isEmpty() && all.getLast().reachesBeyond(day)) {
            throw new Unprocessable("/effectiveDate", "within-the-former-membership");
        }
    }

    boolean anyBefore(LocalDate day) {
        return !all.isEmpty() && day.isAfter(all.getFirst().validFrom());
    }

    /// Nobody was in a unit of the union before joining it.
    void requireNoneBefore(@Nullable LocalDate joined) {
        if (joined != null && anyBefore(joined)) {
            throw new Unprocessable("/joinedOn", "after-the-first-placement");
        }
    }

    /// Whoever left by a day was never where a reorganization led on that day or later: it could not know.
    ///
    /// @return the unit before, if there was such a reorganization
    Optional<UnitId> forgetReorganizationsFrom(LocalDate day) {
        boolean forgotten = false;
        while (all.size() > 1
                && !all.getLast().validFrom().isBefore(day)
                && all.getLast().beganBy(Arrival.REORGANIZED)) {
            all.removeLast();
            forgotten = true;
        }
        return forgotten ? Optional.of(all.getLast().unitId()) : Optional.empty();
    }

    /// Ends the membership on a day; on its first day it leaves no placement.
    void end(LocalDate day, EndReason reason) {
        Placement last = all.getLast();
        if (day.isBefore(last.validFrom())) {
            throw new Unprocessable("/effectiveDate", "before-the-placement");
        }
        Departure departure = Departure.of(reason);
        if (day.equals(last.validFrom())) {
            all.remove(last);
            all.stream().filter(each -> each.endedOn(day)).forEach(each -> each.end(day, departure));
        } else {
            last.end(day, departure);
        }
    }

    /// Goes on in another unit, to which [#begin] leads.
    void depart(LocalDate day) {
        Placement last = all.getLast();
        if (!day.isAfter(last.validFrom())) {
            throw new Unprocessable("/effectiveDate", "not-after-the-placement");
        }
        last.end(day, Departure.TRANSFERRED);
    }

    LeavingUnits leave(LocalDate day, UnitId present, Function<UnitId, Optional<UnitId>> destination) {
        return LeavingUnits.on(day, all, present, destination);
    }

    void arrive(LeavingUnits left) {
        all.addAll(left.arrivals());
        all.sort(Comparator.comparing(Placement::validFrom));
    }

    /// Takes over what another record of the same person knows besides.
    TakingIn.Outcome takeIn(Placements other) {
        TakingIn.Outcome outcome = TakingIn.of(List.copyOf(all), other.all);
        outcome.placements().stream().filter(each -> !all.contains(each)).forEach(all::add);
        all.sort(Comparator.comparing(Placement::validFrom));
        return outcome;
    }

    Optional<Placement> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// Hands them out, to be said in another record from now on.
    Placements handOut() {
        Placements handedOut = new Placements(List.copyOf(all));
        all.clear();
        return handedOut;
    }

    /// When the last membership began, where it is not the first.
    Optional<LocalDate> rejoinedOn() {
        return all.stream()
                .filter(each -> !each.continues())
                .map(Placement::validFrom)
                .skip(1)
                .reduce((_, last) -> last);
    }

    boolean areOpen() {
        return last().filter(Placement::isOpen).isPresent();
    }

    Optional<LocalDate> left() {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.getLast().validTo());
    }

    UnitId lastUnit() {
        return all.getLast().unitId();
    }

    /// Why the last membership ended.
    EndReason lastReason() {
        return Objects.requireNonNull(all.getLast().endReason());
    }

    List<MemberState.Counted> counted() {
        return all.stream().map(Placement::counted).toList();
    }
}
