package vn.congdoan.vks.membership.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.membership.member.Arrival;
import vn.congdoan.vks.membership.member.Departure;

/// Who came and went in a period. Members less those of the day before the period = joined + came - left - went,
/// unless units came or went with their members.
@Schema(name = "MemberMoves", description = "Who came and went, from a day until another, both included")
public record Moves(
        @Schema(description = "The first day", examples = "2022-01-01")
        LocalDate from,

        @Schema(description = "The last day", examples = "2022-12-31")
        LocalDate to,

        @Schema(description = "Memberships that began") Flow joined,

        @Schema(description = "Memberships that ended, counted on the first day without")
        Flow left,

        @Schema(
                description = "Who was counted in a unit from then on as a member already: enrolled in the record,"
                        + " transferred, reorganized; within the unit, too")
        Flow came,

        @Schema(description = "Who was counted in a unit no longer but stayed a member; within the unit, too")
        Flow went) {

    /// How many, and why.
    @Schema(name = "MemberFlow", description = "How many moved")
    public record Flow(
            @Schema(description = "All", examples = "12") int members,

            @Schema(description = "How many for each cause, also where there are none")
            List<Cause> causes) {

        public Flow {
            causes = List.copyOf(causes);
        }
    }

    /// How many for one cause.
    @Schema(name = "MemberFlowCause", description = "How many moved for one cause")
    public record Cause(
            @Schema(description = "Cause", examples = "RETIRED")
            String cause,

            @Schema(description = "How many", examples = "7")
            int members) {}

    static Moves of(Counts arrivals, Counts departures, LocalDate from, LocalDate to) {
        Predicate<Arrival> joined = each -> each == Arrival.ADMITTED || each == Arrival.READMITTED;
        Predicate<Departure> moved = each -> each == Departure.TRANSFERRED || each == Departure.REORGANIZED;
        return new Moves(
                from,
                to,
                arrivals(arrivals, joined),
                departures(departures, moved.negate()),
                arrivals(arrivals, joined.negate()),
                departures(departures, moved));
    }

    private static Flow arrivals(Counts change, Predicate<Arrival> wanted) {
        return flow(Arrays.stream(Arrival.values())
                .filter(wanted)
                .map(each -> new Cause(each.name(), change.of(Cell.of(Cell.ARRIVAL, each))))
                .toList());
    }

    private static Flow departures(Counts change, Predicate<Departure> wanted) {
        return flow(Arrays.stream(Departure.values())
                .filter(wanted)
                .map(each -> new Cause(each.name(), -change.of(Cell.of(Cell.DEPARTURE, each))))
                .toList());
    }

    private static Flow flow(List<Cause> causes) {
        return new Flow(causes.stream().mapToInt(Cause::members).sum(), causes);
    }
}
