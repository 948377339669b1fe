package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import vn.congdoan.vks.membership.unit.UnitRef;

/// Which tallies make up each figure of an answer.
///
/// @param ended whether the unit has ended without a successor
/// @param ownFlows what the moves of the period add up from; nothing where no period was asked for
record Grouping(
        UnitRef unit,
        boolean ended,
        List<Reading> direct,
        List<Reading> own,
        List<Reading> sector,
        List<Child> children,
        Flows ownFlows,
        Flows sectorFlows) {

    /// A unit directly below.
    ///
    /// @param own with all below it inside its union
    record Child(UnitRef unit, boolean ended, List<Reading> own) {}

    /// Who left is counted where the last day was, and belongs to the period of the day after it: so departures are
    /// read of days that lie one earlier than those of arrivals.
    record Flows(Period arrivals, Period departures) {

        static final Flows NONE = new Flows(Period.NONE, Period.NONE);

        Stream<Reading> readings() {
            return Stream.of(arrivals.ends(), arrivals.begins(), departures.ends(), departures.begins())
                    .flatMap(List::stream);
        }
    }

    /// Tallies as they stood at the end of a period and, to be taken off, before it.
    record Period(List<Reading> ends, List<Reading> begins) {

        static final Period NONE = new Period(List.of(), List.of());
    }

    /// What is asked: as of a day, and the moves from a day on; [Day#NEVER]: none.
    record Asked(UUID unit, int day, int from) {

        boolean withFlows() {
            return from != Day.NEVER;
        }
    }

    Set<Reading> readings() {
        Set<Reading> readings = new HashSet<>();
        Stream.of(direct, own, sector).forEach(readings::addAll);
        children.forEach(each -> readings.addAll(each.own()));
        Stream.concat(ownFlows.readings(), sectorFlows.readings()).forEach(readings::add);
        return readings;
    }

    /// Empty where the unit did not exist on the day.
    static Optional<Grouping> then(TreeThroughTime tree, Asked asked) {
        return tree.unit(asked.unit(), asked.day()).map(unit -> {
            Lines lines = tree.lines();
            Reading own = new Reading(lines.tally(asked.unit(), Scope.OWN), asked.day());
            Reading sector = new Reading(lines.tally(asked.unit(), Scope.SECTOR), asked.day());
            List<Child> children = tree.children(asked.unit(), asked.day()).stream()
                    .sorted(Comparator.comparing(UnitThen::code))
                    .map(child -> new Child(
                            child.ref(),
                            false,
                            List.of(new Reading(lines.tally(child.span().unit(), Scope.OWN), asked.day()))))
                    .toList();
            return new Grouping(
                    unit.ref(),
                    false,
                    List.of(new Reading(lines.tally(asked.unit(), Scope.DIRECT), asked.day())),
                    List.of(own),
                    List.of(sector),
                    children,
                    since(own.tally(), asked),
                    since(sector.tally(), asked));
        });
    }

    private static Flows since(Tally tally, Asked asked) {
        return asked.withFlows()
                ? new Flows(period(tally, asked.from(), asked.day()), period(tally, asked.from() - 1, asked.day() - 1))
                : Flows.NONE;
    }

    private static Period period(Tally tally, int from, int to) {
        return new Period(List.of(new Reading(tally, to)), List.of(new Reading(tally, from - 1)));
    }

    /// Empty where the unit does not stand for itself today.
    static Optional<Grouping> now(TreeThroughTime tree, TreeToday today, Asked asked) {
        return today.find(asked.unit()).map(unit -> {
            Branches branches = new Branches(today, unit);
            List<TreeOnDay.Part> parts = tree.on(asked.day()).parts(branches::groupOf, tree.lines());
            List<Child> children = new ArrayList<>();
            for (int index = 0; index < branches.children().size(); index++) {
                UnitThen child = branches.children().get(index);
                int group = Branches.ownGroup(index);
                children.add(new Child(
                        child.ref(), today.hasEnded(child), readings(parts, each -> each == group, asked.day())));
            }
            return new Grouping(
                    unit.ref(),
                    today.hasEnded(unit),
                    readings(parts, each -> each == Branches.DIRECT, asked.day()),
                    readings(parts, branches::isOwn, asked.day()),
                    readings(parts, _ -> true, asked.day()),
                    children,
                    flows(tree, branches, asked, branches::isOwn),
                    flows(tree, branches, asked, _ -> true));
        });
    }

    private static List<Reading> readings(List<TreeOnDay.Part> parts, IntPredicate wanted, int day) {
        return parts.stream()
                .filter(each -> wanted.test(each.group()))
                .map(each -> new Reading(each.tally(), day))
                .toList();
    }

    private static Flows flows(TreeThroughTime tree, Branches branches, Asked asked, IntPredicate wanted) {
        return asked.withFlows()
                ? new Flows(
                        pieces(tree, branches, asked.from(), asked.day(), wanted),
                        pieces(tree, branches, asked.from() - 1, asked.day() - 1, wanted))
                : Flows.NONE;
    }

    /// Piece by piece between changes of the organization; a tally that serves in several pieces on end is read once.
    private static Period pieces(TreeThroughTime tree, Branches branches, int from, int to, IntPredicate wanted) {
        Pieces pieces = new Pieces();
        int begin = from;
        while (begin <= to) {
            int next = tree.nextChange(begin);
            int end = next == Day.NEVER ? to : Math.min(next - 1, to);
            for (TreeOnDay.Part each : tree.on(begin).parts(branches::groupOf, tree.lines())) {
                if (wanted.test(each.group())) {
                    pieces.add(each.tally(), begin, end);
                }
            }
            begin = end + 1;
        }
        return pieces.period();
    }
}
