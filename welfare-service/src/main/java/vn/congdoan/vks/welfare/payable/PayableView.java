package vn.congdoan.vks.welfare.payable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A payable as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "Payable",
        description = "What a unit owes by a decision, with how far it is",
        examples = PayableView.EXAMPLE)
record PayableView(
        PayableId id,

        @Schema(description = "The unit that pays") UnitId unitId,

        PayableSource source,

        @Schema(description = "Who gets it, where a member does", nullable = true) @Nullable
        MemberId memberId,

        @Schema(description = "The unit that gets it, where one does", nullable = true) @Nullable
        UnitId recipientUnitId,

        @Schema(
                description = "What for; absent at another node than its own",
                examples = "Giấy khen của Công đoàn",
                nullable = true)
        @Nullable
        String text,

        @Schema(description = "In đồng", examples = "760000")
        long amount,

        @Schema(description = "The decision by which it is owed")
        IssuedDecision decision,

        PayableStatus status,

        @Schema(description = "The fund that owes it; absent as long as none does", nullable = true) @Nullable
        FundId fundId,

        @Schema(description = "What it is spent on", examples = "OTHER", nullable = true) @Nullable
        SupportKind purpose,

        @Schema(description = "From which day on the fund owes it", nullable = true) @Nullable
        LocalDate recognisedOn,

        @Schema(description = "On which day it was paid", nullable = true) @Nullable
        LocalDate paidOn,

        @Schema(description = "The voucher of the payment", nullable = true) @Nullable
        String voucher,

        @Schema(
                description = "The decision by which it is owed no more: what a fund recognised is to be released, what"
                        + " was paid is to be claimed back",
                nullable = true)
        @Nullable
        IssuedDecision revocation,

        @Schema(description = "From which day on it has to come back", nullable = true) @Nullable
        LocalDate claimedOn,

        @Schema(description = "What is still claimed back, in đồng", examples = "0")
        long claimed,

        @Schema(description = "What was claimed back and came, in đồng", examples = "0")
        long recovered,

        @Schema(description = "What was claimed back and given up, in đồng", examples = "0")
        long writtenOff,

        @Schema(description = "The decision by which the rest was given up", nullable = true) @Nullable
        IssuedDecision writeOff,

        @Schema(description = "When it arose here") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000091",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "source": "AWARD",
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "text": "Giấy khen của Công đoàn",
              "amount": 760000,
              "decision": {"number": "31/QĐ-CĐVKS", "date": "2023-12-20"},
              "status": "PAID",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "purpose": "OTHER",
              "recognisedOn": "2023-12-22",
              "paidOn": "2023-12-25",
              "voucher": "UNC 41/2023",
              "claimed": 0,
              "recovered": 0,
              "writtenOff": 0,
              "recordedAt": "2023-12-20T03:00:00Z"
            }
            """;
}
