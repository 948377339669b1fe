package vn.congdoan.vks.membership.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

        @Schema(description = "The unit as it was on that day")
        UnitRef unit,

        @Schema(description = "The unit and everything below it inside its union")
        Count own,

        @Schema(description = "Placed in the unit itself") Count direct,
        @Schema(description = "own and the unions below") Count sector,

        @Schema(description = "All units directly below, unions with their own members")
        List<Child> children) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "asOf": "2022-12-31",
              "unit": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
              "own": {"members": 160, "female": 70, "femaleRate": 43.8},
              "direct": {"members": 0, "female": 0, "femaleRate": null},
              "sector": {"members": 160, "female": 70, "femaleRate": 43.8},
              "children": []
            }
            """;

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

        static Count of(int members, int female) {
            return new Count(members, female, rate(female, members));
        }

        Count plus(Count other) {
            return of(members + other.members, female + other.female);
        }

        private static @Nullable BigDecimal rate(int part, int whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }
    }

    /// A unit directly below: a section or group with all below it, a union with its own members.
    @Schema(name = "ChildCount", description = "A unit directly below and its members")
    public record Child(
            UnitRef unit,
            @Schema(description = "All", examples = "38") int members,
            @Schema(description = "Women", examples = "17") int female) {}
}
