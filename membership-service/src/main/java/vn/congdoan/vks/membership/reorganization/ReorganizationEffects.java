package vn.congdoan.vks.membership.reorganization;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.problem.Problem;

/// What a reorganization would do, told without doing it.
@Schema(description = "What a reorganization would do", examples = ReorganizationEffects.EXAMPLE)
public record ReorganizationEffects(
        @Schema(description = "What happens to which unit") List<UnitEffect> units,

        @Schema(description = "Records of members and former members that move or go to another union", examples = "38")
        long membersMoving,

        @Schema(description = "Memberships that end with their unit", examples = "0")
        long membersEnding,

        @Schema(description = "Applicants who move", examples = "1")
        long applicantsMoving,

        @Schema(description = "Assignments that end", examples = "2")
        long assignmentsEnding,

        @Schema(
                description =
                        "Other nodes that do their part of it when they hear of it, because they write records that it"
                                + " concerns")
        List<String> awaits,

        @Schema(description = "What stands against it; empty: it can be applied")
        List<Problem.Place> refusals) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "units": [
                {
                  "unit": {"id": "019366a0-0000-7000-8000-000000000062", "code": "KTM", "name": "Công đoàn VKSND tỉnh Kon Tum", "kind": "PROVINCIAL_UNION"},
                  "effect": "ENDS"
                }
              ],
              "membersMoving": 38,
              "membersEnding": 0,
              "applicantsMoving": 1,
              "assignmentsEnding": 2,
              "awaits": [],
              "refusals": []
            }
            """;

    /// What happens to one unit.
    @Schema(name = "UnitEffect", description = "What happens to one unit")
    public record UnitEffect(
            UnitRef unit,
            @Schema(description = "BEGINS, CHANGES or ENDS") Effect effect) {}

    /// What can happen to a unit.
    @Schema(name = "ReorganizationEffect", description = "What can happen to a unit")
    public enum Effect {
        BEGINS,
        CHANGES,
        ENDS
    }
}
