package vn.congdoan.vks.welfare.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// A member on the list of a plan.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "ContributionPlanMember",
        description = "Somebody of whom a plan expects something",
        examples = PayerView.EXAMPLE)
record PayerView(
        @Schema(description = "Who it is") MemberId memberId,

        @Schema(description = "Name", examples = "Nguyễn Thị Minh Họa", nullable = true) @Nullable
        String name,

        @Schema(description = "The unit where the member is now, or was last", nullable = true) @Nullable
        UnitId unitId,

        @Schema(description = "What is or was expected, in đồng", examples = "350000")
        long expected,

        @Schema(description = "What was given and not taken back, in đồng", examples = "200000")
        long received,

        @Schema(description = "What is still to be given, in đồng", examples = "150000")
        long outstanding,

        PayerState state,

        @Schema(
                description = "Why nothing is expected any more; with EXCUSED only",
                examples = "Nghỉ không hưởng lương",
                nullable = true)
        @Nullable
        String excuse) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "name": "Nguyễn Thị Minh Họa",
              "unitId": "019366a0-0000-7000-8000-000000000052",
              "expected": 350000,
              "received": 200000,
              "outstanding": 150000,
              "state": "OUTSTANDING"
            }
            """;

    static PayerView of(PlanLines.Line line) {
        return new PayerView(
                line.member(),
                line.name(),
                line.unit(),
                line.expected(),
                line.received(),
                line.outstanding(),
                line.state(),
                line.excuse());
    }
}
