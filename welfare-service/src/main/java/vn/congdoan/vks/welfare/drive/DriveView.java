package vn.congdoan.vks.welfare.drive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;

/// A drive as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(name = "Drive", description = "Collecting for an occasion, and how far it is", examples = DriveView.EXAMPLE)
record DriveView(
        DriveId id,

        @Schema(description = "The unit that collects") UnitId unitId,

        @Schema(description = "The fund that it is for") FundId fundId,

        @Schema(description = "Name", examples = "Ủng hộ đồng bào miền Trung bị lũ lụt 2022")
        String name,

        @Schema(
                description = "The letter or plan that calls for it",
                examples = "Kế hoạch số 12/KH-CĐVKS ngày 01/10/2022",
                nullable = true)
        @Nullable
        String legalBasis,

        @Schema(description = "How much is hoped for, in đồng", examples = "800000000", nullable = true) @Nullable
        Long goal,

        @Schema(description = "The first day", examples = "2022-10-01")
        LocalDate opensOn,

        @Schema(description = "The last day", examples = "2022-12-31")
        LocalDate closesOn,

        @Schema(description = "What money was given for it and not taken back, in đồng", examples = "810000000")
        long givenAmount,

        @Schema(
                description = "What goods were given for it and not taken back, by their value in đồng; beside the"
                        + " money, and beside the goal, which is one of money",
                examples = "4500000")
        long givenInKind,

        @Schema(description = "How many contributions that are", examples = "412")
        int contributions,

        @Schema(description = "What was promised and not withdrawn, given or not, in đồng", examples = "50000000")
        long pledgedAmount,

        @Schema(
                description =
                        "What was promised and is not given yet, in đồng. Absent where pledges are kept at another"
                                + " node",
                examples = "20000000",
                nullable = true)
        @Nullable
        Long outstandingPledges,

        @Schema(description = "When it was recorded") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000b1",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "name": "Ủng hộ đồng bào miền Trung bị lũ lụt 2022",
              "legalBasis": "Kế hoạch số 12/KH-CĐVKS ngày 01/10/2022",
              "goal": 800000000,
              "opensOn": "2022-10-01",
              "closesOn": "2022-12-31",
              "givenAmount": 810000000,
              "givenInKind": 4500000,
              "contributions": 412,
              "pledgedAmount": 50000000,
              "outstandingPledges": 20000000,
              "recordedAt": "2022-10-01T02:10:00Z"
            }
            """;
}
