package vn.congdoan.vks.welfare.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A support programme as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "SupportProgramme",
        description = "Support for many by one decision, with how far it is",
        examples = ProgrammeView.EXAMPLE)
record ProgrammeView(
        ProgrammeId id,

        @Schema(description = "The unit whose people are supported")
        UnitId unitId,

        @Schema(description = "The fund that pays") FundId fundId,

        @Schema(description = "What for", examples = "HARDSHIP")
        SupportKind kind,

        @Schema(description = "Name", examples = "Tết Giáp Thìn 2024")
        String name,

        @Schema(description = "Who is on the list", examples = "[\"MEMBERS\"]")
        List<BeneficiaryGroup> groups,

        @Schema(description = "The day on which the list was made", examples = "2024-01-10")
        LocalDate listedOn,

        @Schema(description = "For each person, in đồng", examples = "500000")
        long amount,

        @Schema(description = "How many are on the list", examples = "63")
        int listed,

        @Schema(description = "How many are paid", examples = "60")
        int paid,

        @Schema(description = "What was paid, in đồng", examples = "30000000")
        long paidAmount,

        ProgrammeStatus status,

        @Schema(description = "The decision by which it was approved", nullable = true) @Nullable
        Decision decision,

        @Schema(description = "When the list was made") Instant recordedAt,

        @Schema(description = "When it was approved", nullable = true) @Nullable
        Instant decidedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000061",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "kind": "HARDSHIP",
              "name": "Tết Giáp Thìn 2024",
              "groups": ["MEMBERS"],
              "listedOn": "2024-01-10",
              "amount": 500000,
              "listed": 63,
              "paid": 60,
              "paidAmount": 30000000,
              "status": "APPROVED",
              "decision": {"number": "15/QĐ-CĐVKS", "date": "2024-01-15", "signer": "Chủ tịch Công đoàn"},
              "recordedAt": "2024-01-10T02:10:00Z",
              "decidedAt": "2024-01-15T03:00:00Z"
            }
            """;
}
