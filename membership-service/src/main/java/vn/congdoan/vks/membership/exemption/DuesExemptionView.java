package vn.congdoan.vks.membership.exemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.decision.Decision;

/// An exemption from dues as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "DuesExemption",
        description = "A member need not pay dues for some time",
        examples = DuesExemptionView.EXAMPLE)
public record DuesExemptionView(
        DuesExemptionId id,
        MemberId memberId,

        @Schema(description = "First day without dues", examples = "2024-01-01")
        LocalDate validFrom,

        @Schema(
                description = "First day with dues again; absent: open; the first day itself: it never held",
                examples = "2024-07-01")
        @Nullable
        LocalDate validTo,

        DuesExemptionReason reason,

        Decision decision) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000951",
              "memberId": "019366a0-0000-7000-8000-000000000101",
              "validFrom": "2024-01-01",
              "validTo": "2024-07-01",
              "reason": "UNPAID_LEAVE",
              "decision": {"number": "03/QĐ-CĐVKS", "date": "2024-01-02", "signer": "Chủ tịch Công đoàn"}
            }
            """;
}
