package vn.congdoan.vks.membership.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unavailable;

/// Answers how many members a unit has, on any day and on either tree, from tallies.
@ApplicationScoped
class StatisticsOfUnits {

    /// Then so much comes in that the answer must be asked for again.
    private static final int ATTEMPTS = 5;

    /// With more facts than these it is faster to roll them up first.
    private static final int FEW_PENDING = 2_000;

    /// So many are read where they come in as fast as they are rolled up.
    private static final int MANY_PENDING = 40_000;

    private final Trees trees;
    private final RolledCounts counts;
    private final RollingCounts rolling;
    private final Clock clock;

    StatisticsOfUnits(Trees trees, RolledCounts counts, RollingCounts rolling, Clock clock) {
        this.trees = trees;
        this.counts = counts;
        this.rolling = rolling;
        this.clock = clock;
    }

    /// Empty where there is no such unit on the tree asked for.
    ///
    /// @param from the first day of the period whose moves are wanted; null: none are
    Optional<UnitStatistics> of(UnitId unit, LocalDate asOf, Tree tree, @Nullable LocalDate from) {
        Grouping.Asked asked = new Grouping.Asked(unit.value(), Day.of(asOf), Day.end(from));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            TreeThroughTime known = trees.current();
            Optional<Grouping> grouping =
                    switch (tree) {
                        case THEN -> Grouping.then(known, asked);
                        case NOW -> Grouping.now(known, known.today(Day.of(LocalDate.now(clock))), asked);
                    };
            if (grouping.isEmpty()) {
                return Optional.empty();
            }
            Optional<Map<Reading, Counts>> read =
                    counts.read(known, grouping.get().readings(), attempt == 0 ? FEW_PENDING : MANY_PENDING);
            if (read.isPresent()) {
                return Optional.of(compose(grouping.get(), read.get(), asOf, tree, from));
            }
            rolling.catchUp();
        }
        throw new Unavailable("try-again");
    }

    private static UnitStatistics compose(
            Grouping grouping, Map<Reading, Counts> read, LocalDate asOf, Tree tree, @Nullable LocalDate from) {
        List<UnitStatistics.Child> children = grouping.children().stream()
                .map(each -> child(each, UnitStatistics.Count.of(sum(each.own(), read))))
                .filter(each -> !each.ended() || each.members() > 0)
                .toList();
        return new UnitStatistics(
                asOf,
                tree,
                grouping.unit(),
                grouping.ended(),
                figures(grouping.own(), grouping.ownFlows(), read, asOf, from),
                UnitStatistics.Count.of(sum(grouping.direct(), read)),
                figures(grouping.sector(), grouping.sectorFlows(), read, asOf, from),
                children);
    }

    private static UnitStatistics.Child child(Grouping.Child child, UnitStatistics.Count count) {
        return new UnitStatistics.Child(
                child.unit(), child.ended(), count.members(), count.female(), count.femaleRate());
    }

    private static UnitStatistics.Figures figures(
            List<Reading> tallies,
            Grouping.Flows flows,
            Map<Reading, Counts> read,
            LocalDate asOf,
            @Nullable LocalDate from) {
        Moves moves = null;
        if (from != null) {
            moves = Moves.of(change(flows.arrivals(), read), change(flows.departures(), read), from, asOf);
        }
        return UnitStatistics.Figures.of(sum(tallies, read), asOf.getYear(), moves);
    }

    private static Counts change(Grouping.Period period, Map<Reading, Counts> read) {
        Counts change = sum(period.ends(), read);
        change.add(sum(period.begins(), read), -1);
        return change;
    }

    private static Counts sum(List<Reading> readings, Map<Reading, Counts> read) {
        Counts sum = new Counts();
        readings.forEach(each -> sum.add(Objects.requireNonNull(read.get(each)), 1));
        return sum;
    }
}
