package vn.congdoan.vks.membership.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;

/// Members of a unit on a day. `own` is the unit with everything below it inside its union, `direct` the unit itself,
/// `sector` also counts the unions below. So own = direct + the children that are not unions.
@Schema(description = "Members of a unit on a day", examples = UnitStatistics.EXAMPLE)
public record UnitStatistics(
        @Schema(description = "The day", examples = "2022-12-31")
        LocalDate asOf,

        @Schema(description = "The tree on which the units stand")
        Tree tree,

        @Schema(description = "The unit as it was on that day; on today's tree, as it is")
        UnitRef unit,

        @Schema(
                description = "Only on today's tree: whether the unit has ended without a successor",
                examples = "false")
        boolean ended,

        @Schema(description = "The unit and everything below it inside its union")
        Figures own,

        @Schema(description = "Placed in the unit itself") Count direct,
        @Schema(description = "own and the unions below") Figures sector,

        @Schema(description = "All units directly below, unions with their own members")
        List<Child> children) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "asOf": "2022-12-31",
              "tree": "then",
              "unit": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
              "ended": false,
              "own": {"members": 160, "female": 70, "femaleRate": 43.8, "by": {"gender": [{"value": "FEMALE", "members": 70, "rate": 43.8}, {"value": "MALE", "members": 90, "rate": 56.3}], "ageBand": [], "category": [], "party": [], "education": [], "judicialTitle": [], "ethnicity": []}, "moves": null},
              "direct": {"members": 0, "female": 0, "femaleRate": null},
              "sector": {"members": 160, "female": 70, "femaleRate": 43.8, "by": {"gender": [], "ageBand": [], "category": [], "party": [], "education": [], "judicialTitle": [], "ethnicity": []}, "moves": null},
              "children": []
            }
            """;

    public UnitStatistics {
        children = List.copyOf(children);
    }

    /// A number of members.
    @Schema(name = "MemberCount", description = "A number of members")
    public record Count(
            @Schema(description = "All", examples = "1098") int members,
            @Schema(description = "Women", examples = "471") int female,

            @Schema(
                    description = "Women in percent, one decimal, half up; null where there are no members",
                    examples = "42.9",
                    nullable = true)
            @Nullable
            BigDecimal femaleRate) {

        static Count of(Counts counts) {
            int members = counts.of(Cell.MEMBERS);
            int women = counts.of(Cell.WOMEN);
            return new Count(members, women, Rates.percent(women, members));
        }
    }

    /// A number of members in detail.
    @Schema(name = "MemberFigures", description = "A number of members in detail")
    public record Figures(
            @Schema(description = "All", examples = "1098") int members,
            @Schema(description = "Women", examples = "471") int female,

            @Schema(
                    description = "Women in percent, one decimal, half up; null where there are no members",
                    examples = "42.9",
                    nullable = true)
            @Nullable
            BigDecimal femaleRate,

            Breakdown by,

            @Schema(description = "Who came and went; null unless from is given", nullable = true) @Nullable
            Moves moves) {

        static Figures of(Counts counts, int year, @Nullable Moves moves) {
            Count count = Count.of(counts);
            return new Figures(count.members(), count.female(), count.femaleRate(), Breakdown.of(counts, year), moves);
        }
    }

    /// A unit directly below: a section or group with all below it, a union with its own members.
    @Schema(name = "ChildCount", description = "A unit directly below and its members")
    public record Child(
            UnitRef unit,

            @Schema(description = "Only on today's tree: whether it has ended without a successor", examples = "false")
            boolean ended,

            @Schema(description = "All", examples = "38") int members,
            @Schema(description = "Women", examples = "17") int female,

            @Schema(
                    description = "Women in percent, one decimal, half up; null where there are no members",
                    examples = "44.7",
                    nullable = true)
            @Nullable
            BigDecimal femaleRate) {}
}
