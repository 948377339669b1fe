package vn.congdoan.vks.welfare.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;

/// A contribution plan as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "ContributionPlan",
        description = "What members are expected to give, and how far that is",
        examples = PlanView.EXAMPLE)
record PlanView(
        PlanId id,

        @Schema(description = "The unit whose members give") UnitId unitId,

        @Schema(description = "The fund that they give to") FundId fundId,

        @Schema(description = "Name", examples = "Một ngày lương ủng hộ Quỹ phòng chống thiên tai 2022")
        String name,

        @Schema(description = "By when", examples = "2022-10-31")
        LocalDate dueOn,

        @Schema(
                description = "Of each member, in đồng; absent where it is not the same of everybody",
                examples = "350000",
                nullable = true)
        @Nullable
        Long amount,

        @Schema(description = "Which share of the pay; absent where it is none", nullable = true) @Nullable
        PayShare share,

        @Schema(
                description = "Of how many something is expected: all who are on the list and not excused",
                examples = "63")
        int expectedMembers,

        @Schema(description = "How much of all of them, in đồng", examples = "22050000")
        long expectedAmount,

        @Schema(description = "What was given towards it and not taken back, in đồng", examples = "21000000")
        long receivedAmount,

        @Schema(
                description = "What is still to be given by those of whom it is expected, in đồng: who gives more than"
                        + " expected does not give for others. Absent where the list is kept at another node",
                examples = "1050000",
                nullable = true)
        @Nullable
        Long outstandingAmount,

        @Schema(
                description = "How many have not given all of it. Absent where the list is kept at another node",
                examples = "3",
                nullable = true)
        @Nullable
        Integer outstandingMembers,

        PlanStatus status,

        @Schema(description = "When it was made") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000a1",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "name": "Một ngày lương ủng hộ Quỹ phòng chống thiên tai 2022",
              "dueOn": "2022-10-31",
              "amount": 350000,
              "expectedMembers": 63,
              "expectedAmount": 22050000,
              "receivedAmount": 21000000,
              "outstandingAmount": 1050000,
              "outstandingMembers": 3,
              "status": "OPEN",
              "recordedAt": "2022-10-01T02:10:00Z"
            }
            """;
}
