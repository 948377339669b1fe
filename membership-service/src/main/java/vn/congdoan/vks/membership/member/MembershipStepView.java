package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.decision.Decision;

/// One step of a membership as it is shown, with the paper it rests on.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "MembershipStep",
        description = "A step of a membership; what does not belong to it, or was not recorded, is absent",
        examples = MembershipStepView.EXAMPLE)
public record MembershipStepView(
        UUID id,
        MembershipStep.Kind kind,

        @Schema(description = "Where the member was, or has applied to, after it")
        UnitRef unit,

        @Schema(description = "The union of that unit") @Nullable
        UnitRef union,

        @Schema(description = "Where the member came from, by a transfer or a reorganization") @Nullable
        UnitRef fromUnit,

        @Schema(description = "The union that the member came from") @Nullable
        UnitRef fromUnion,

        @Schema(description = "Since when it holds", examples = "2023-02-14")
        LocalDate effectiveDate,

        @Nullable Decision decision,

        @Schema(description = "Of a readmission: the superior who decided") @Nullable
        Superior decidedBy,

        @Nullable EndReason endReason,

        @Schema(description = "Of an enrolment: where the record comes from", examples = "Sổ đoàn viên 2022") @Nullable
        String source,

        @Schema(description = "The reorganization that it belongs to") @Nullable
        UUID reorganizationId,

        @Schema(description = "The transfer that it belongs to") @Nullable
        UUID transferId,

        @Schema(description = "When it was recorded", examples = "2023-02-15T02:00:00Z")
        Instant recordedAt) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000901",
              "kind": "ADMITTED",
              "unit": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
              "union": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
              "effectiveDate": "2023-02-14",
              "decision": {"number": "05/QĐ-CĐVKS", "date": "2023-02-14", "signer": "Chủ tịch Công đoàn"},
              "recordedAt": "2023-02-15T02:00:00Z"
            }
            """;
}
