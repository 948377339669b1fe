package vn.congdoan.vks.welfare.support;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What is approved, and by which resolution if the chair may not decide it alone.
@Schema(description = "What is approved", examples = SupportApproval.EXAMPLE)
public record SupportApproval(
        @Nullable
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(
                description = "In đồng, at most what was proposed; absent for all of it",
                examples = "2000000",
                nullable = true)
        Long amount,

        @Nullable
        @Min(0)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(
                description = "Up to which value goods may be given, at most what was proposed, 0 for none; absent for"
                        + " all of it",
                examples = "500000",
                nullable = true)
        Long goodsUpTo,

        @Nullable
        @Valid
        @Schema(
                description = "The committee's resolution; required above what the chair decides alone",
                nullable = true)
        Decision decision) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "amount": 2000000,
              "decision": {"number": "12/NQ-BCH", "date": "2023-11-15", "signer": "Chủ tịch Công đoàn"}
            }
            """;
}
