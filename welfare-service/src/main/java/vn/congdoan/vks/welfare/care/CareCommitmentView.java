package vn.congdoan.vks.welfare.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.support.Beneficiary;

/// A care commitment as the people of its union see it; others do not know that there is one.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "CareCommitment",
        description = "Care that a union gives somebody regularly, with how much of it is paid",
        examples = CareCommitmentView.EXAMPLE)
record CareCommitmentView(
        CareCommitmentId id,

        @Schema(description = "The unit that cares") UnitId unitId,

        @Schema(
                description = "Name or occasion",
                examples = "Phụng dưỡng suốt đời Mẹ Việt Nam Anh hùng",
                nullable = true)
        @Nullable
        String name,

        @Schema(description = "What for", examples = "HERO_MOTHER_CARE")
        SupportKind kind,

        Beneficiary beneficiary,

        @Schema(description = "The fund that pays") FundId fundId,

        @Schema(description = "On each due day, in đồng", examples = "1000000")
        long amount,

        @Schema(description = "Due every so many months", examples = "1")
        int everyMonths,

        @Schema(description = "The first due day", examples = "2023-12-31")
        LocalDate firstDueOn,

        @Schema(description = "The last day on which something may be due; absent for life", nullable = true) @Nullable
        LocalDate lastDueOn,

        @Schema(description = "What it comes to in its first twelve months, in đồng", examples = "12000000")
        long amountOfYear,

        @Schema(description = "The day on which it was written down", examples = "2023-11-10")
        LocalDate writtenOn,

        CareStatus status,

        @Schema(description = "The committee's resolution, where there was one", nullable = true) @Nullable
        Decision decision,

        @Schema(description = "The last day, where it has ended", nullable = true) @Nullable
        LocalDate endedOn,

        @Schema(description = "Why it has ended", nullable = true) @Nullable
        CareEndReason endReason,

        @Schema(description = "What else was said about its end", nullable = true) @Nullable
        String endText,

        @Schema(description = "How many due days are paid", examples = "11")
        int paid,

        @Schema(description = "What was paid, in đồng", examples = "11000000")
        long paidAmount,

        @Schema(description = "How many due days will not be paid", examples = "0")
        int leftOut,

        @Schema(description = "When it was written down") Instant recordedAt,

        @Schema(description = "When it was approved", nullable = true) @Nullable
        Instant decidedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000071",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "name": "Phụng dưỡng suốt đời Mẹ Việt Nam Anh hùng",
              "kind": "HERO_MOTHER_CARE",
              "beneficiary": {"kind": "OUTSIDE_PERSON", "name": "Nguyễn Thị Minh Họa"},
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "amount": 1000000,
              "everyMonths": 1,
              "firstDueOn": "2023-12-31",
              "amountOfYear": 12000000,
              "writtenOn": "2023-11-10",
              "status": "APPROVED",
              "decision": {"number": "12/NQ-BCH", "date": "2023-11-15", "signer": "Chủ tịch Công đoàn"},
              "paid": 11,
              "paidAmount": 11000000,
              "leftOut": 0,
              "recordedAt": "2023-11-10T02:10:00Z",
              "decidedAt": "2023-11-15T09:00:00Z"
            }
            """;
}
