package vn.congdoan.vks.welfare.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.support.Beneficiary;

/// Somebody who was to be cared for and was forgotten.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "MissedCare",
        description = "A due day more than a month ago that is neither paid nor left out",
        examples = MissedCareView.EXAMPLE)
record MissedCareView(
        CareCommitmentId commitmentId,

        @Schema(description = "The unit that cares") UnitId unitId,

        @Schema(description = "Name or occasion", nullable = true) @Nullable
        String name,

        @Schema(description = "What for", examples = "HERO_MOTHER_CARE")
        SupportKind kind,

        Beneficiary beneficiary,

        @Schema(description = "The fund that pays") FundId fundId,

        @Schema(description = "The due day", examples = "2024-01-31")
        LocalDate dueOn,

        @Schema(description = "In đồng", examples = "1000000")
        long amount) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "commitmentId": "019aa7b0-1c00-7000-8000-000000000071",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "name": "Phụng dưỡng suốt đời Mẹ Việt Nam Anh hùng",
              "kind": "HERO_MOTHER_CARE",
              "beneficiary": {"kind": "OUTSIDE_PERSON", "name": "Nguyễn Thị Minh Họa"},
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "dueOn": "2024-01-31",
              "amount": 1000000
            }
            """;
}
