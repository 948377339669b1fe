package vn.congdoan.vks.welfare.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.support.Beneficiary;

/// Somebody who is entitled to support that nobody has asked for.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "Entitlement",
        description = "Somebody who is entitled to support that nobody has asked for, and why",
        examples = EntitlementView.EXAMPLE)
record EntitlementView(
        EntitlementId id,

        @Schema(description = "The member, or who was one") MemberId memberId,

        @Schema(description = "The person's name", examples = "Nguyễn Thị Minh Họa")
        String fullName,

        @Schema(description = "Where the member is, or was last")
        UnitId unitId,

        EntitlementReason reason,

        @Schema(description = "The day of the happening; of Tết its first day", examples = "2023-11-01")
        LocalDate happenedOn,

        EntitlementSource source,

        @Schema(description = "The note or the case that tells of it", nullable = true) @Nullable
        UUID sourceId,

        @Schema(description = "The first day on which support is due", examples = "2023-11-01")
        LocalDate dueFrom,

        @Schema(description = "The last one", examples = "2023-12-31")
        LocalDate dueUntil,

        EntitledBy rule,

        EntitledCase start,

        @Schema(description = "That somebody has taken it off the list", nullable = true) @Nullable
        SetAside setAside) {

    /// By which rule.
    @JsonInclude(Include.NON_NULL)
    @Schema(description = "The rule by which somebody is entitled")
    record EntitledBy(
            EntitlementRuleId id,

            @Schema(description = "The rule that it comes from", nullable = true) @Nullable
            String legalBasis,

            @Schema(description = "Number of the decision by which the union set it", examples = "03/NQ-BCH")
            String decisionNumber,

            @Schema(description = "And its day", examples = "2022-12-20")
            LocalDate decisionDate) {}

    /// How support is asked for.
    @Schema(description = "What to send, with a date and a reason, to ask for the support")
    record EntitledCase(
            @Schema(description = "Where to send it by POST", examples = "/api/v1/support-cases")
            String href,

            @Schema(description = "The unit that asks") UnitId unitId,

            SupportKind kind,
            Beneficiary beneficiary) {}

    /// Taken off the list.
    @Schema(description = "That somebody has taken an entitlement off the list")
    record SetAside(
            @Schema(description = "Why", examples = "Đoàn viên từ chối nhận")
            String why,

            @Schema(description = "When") Instant at) {}

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "5f2b1f0e-7a44-3c1d-9b1e-2f6f0a3f9c11",
              "memberId": "019aa7b0-1c00-7000-8000-000000000021",
              "fullName": "Nguyễn Thị Minh Họa",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "reason": "RETIRED",
              "happenedOn": "2023-11-01",
              "source": "MEMBERSHIP",
              "dueFrom": "2023-11-01",
              "dueUntil": "2023-12-31",
              "rule": {
                "id": "019aa7b0-1c00-7000-8000-0000000000c1",
                "legalBasis": "Quy chế chi tiêu nội bộ của Công đoàn VKSND tỉnh",
                "decisionNumber": "03/NQ-BCH",
                "decisionDate": "2022-12-20"
              },
              "start": {
                "href": "/api/v1/support-cases",
                "unitId": "019366a0-0000-7000-8000-000000000051",
                "kind": "RETIREE_GIFT",
                "beneficiary": {"kind": "RETIREE", "memberId": "019aa7b0-1c00-7000-8000-000000000021"}
              }
            }
            """;
}
