package vn.congdoan.vks.welfare.support;

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
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A support case as the people of its union see it; others do not know that there is one.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "SupportCase",
        description = "Support for one person or household, from the request to the receipt",
        examples = SupportCaseView.EXAMPLE)
record SupportCaseView(
        SupportCaseId id,

        @Schema(description = "The unit that asks") UnitId unitId,

        @Schema(description = "What for", examples = "HARDSHIP")
        SupportKind kind,

        Beneficiary beneficiary,

        @Schema(description = "The day of the request", examples = "2023-11-10")
        LocalDate date,

        @Schema(description = "What was asked for, in đồng", nullable = true) @Nullable
        Long amount,

        @Schema(description = "Why", nullable = true) @Nullable
        String reason,

        @Schema(description = "Whether something is written down of the person's health", examples = "false")
        boolean hasHealthNote,

        @Schema(description = "What it is; for a purpose only", nullable = true) @Nullable
        String healthNote,

        SupportStatus status,

        @Schema(description = "The fund that pays", nullable = true) @Nullable
        FundId fundId,

        @Schema(description = "What was proposed, in đồng", nullable = true) @Nullable
        Long proposed,

        @Schema(description = "What was approved, in đồng: kept back in the fund until it is paid", nullable = true)
        @Nullable
        Long approved,

        @Schema(
                description = "Up to which value goods were proposed to be given beside the money, in đồng",
                nullable = true)
        @Nullable
        Long proposedGoods,

        @Schema(
                description = "Up to which value goods may be given beside the money, in đồng: they go with visits",
                nullable = true)
        @Nullable
        Long approvedGoods,

        @Schema(description = "The committee's resolution, where there was one", nullable = true) @Nullable
        Decision decision,

        @Schema(description = "Why it was refused", nullable = true) @Nullable
        String refusal,

        @Schema(description = "The entry in the fund's books by which it was paid", nullable = true) @Nullable
        TransferId entryId,

        @Schema(description = "The day of the payment", nullable = true) @Nullable
        LocalDate paidOn,

        @Schema(description = "Number of the voucher", nullable = true) @Nullable
        String voucher,

        @Schema(description = "Who signed for it, if not the beneficiary", nullable = true) @Nullable
        String receivedBy,

        @Schema(description = "When it was asked for") Instant recordedAt,

        @Schema(description = "When it was verified", nullable = true) @Nullable
        Instant verifiedAt,

        @Schema(description = "When it was proposed last", nullable = true) @Nullable
        Instant proposedAt,

        @Schema(description = "When it was approved or refused", nullable = true) @Nullable
        Instant decidedAt,

        @Schema(description = "When the payment was written down", nullable = true) @Nullable
        Instant paidAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000041",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "kind": "HARDSHIP",
              "beneficiary": {"kind": "HOUSEHOLD", "name": "Hộ bà Nguyễn Thị Minh Họa"},
              "date": "2023-11-10",
              "amount": 2000000,
              "reason": "Hộ nghèo, nhà hư hỏng sau bão",
              "hasHealthNote": false,
              "status": "APPROVED",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "proposed": 2000000,
              "approved": 2000000,
              "decision": {"number": "12/NQ-BCH", "date": "2023-11-15", "signer": "Chủ tịch Công đoàn"},
              "recordedAt": "2023-11-10T02:10:00Z",
              "verifiedAt": "2023-11-13T03:00:00Z",
              "proposedAt": "2023-11-14T08:30:00Z",
              "decidedAt": "2023-11-15T09:00:00Z"
            }
            """;
}
