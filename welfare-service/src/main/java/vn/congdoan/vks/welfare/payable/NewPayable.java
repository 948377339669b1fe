package vn.congdoan.vks.welfare.payable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What a payable is written down from.
@Schema(description = "Something that a unit owes by a decision", examples = NewPayable.EXAMPLE)
public record NewPayable(
        @NotNull @Schema(description = "The unit that pays") UnitId unitId,

        @Schema(description = "Who gets it, a member of the union; or `recipientUnitId`", nullable = true) @Nullable
        MemberId memberId,

        @Schema(description = "The unit of the union that gets it; or `memberId`", nullable = true) @Nullable
        UnitId recipientUnitId,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "What for; never published", examples = "Giấy khen của Công đoàn")
        String text,

        @NotNull @Min(1) @Max(Transfer.MAX_AMOUNT) @Schema(description = "In đồng", examples = "760000")
        Long amount,

        @NotNull @Valid @Schema(description = "The decision by which it is owed")
        IssuedDecision decision) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "text": "Giấy khen của Công đoàn",
              "amount": 760000,
              "decision": {"number": "31/QĐ-CĐVKS", "date": "2023-12-20"}
            }
            """;

    void requireOneRecipient() {
        if (memberId == null && recipientUnitId == null) {
            throw new Invalid(new Violation("/memberId", "required"));
        }
        if (memberId != null && recipientUnitId != null) {
            throw new Invalid(new Violation("/recipientUnitId", "not-with-a-member"));
        }
    }
}
