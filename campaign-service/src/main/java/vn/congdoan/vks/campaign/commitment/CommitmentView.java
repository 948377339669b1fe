package vn.congdoan.vks.campaign.commitment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// A commitment as it is shown.
@Schema(
        name = "Commitment",
        description = "What a unit or a member registers to do in a campaign",
        examples = CommitmentView.EXAMPLE)
record CommitmentView(
        CommitmentId id,

        @Schema(description = "The campaign that it belongs to")
        CampaignId campaignId,

        @Schema(description = "The member who commits; null where the unit does", nullable = true) @Nullable
        MemberId memberId,

        @Schema(description = "The unit that commits, or that the member was in at the time")
        UnitId unitId,

        @Schema(description = "The union that this unit belonged to at the time")
        UnitId unionId,

        @Schema(
                description = "What will be done. A member's words are for the member and for the CHAIR, OFFICER,"
                        + " ACCOUNTANT, CASHIER and INSPECTOR of the own union within their scope; others read null",
                examples = "Tiếp công dân tận tình, giải quyết đơn đúng hạn, không để đơn tồn đọng",
                nullable = true)
        @Nullable
        String text,

        @Schema(description = "Until when, inclusive", nullable = true) @Nullable
        LocalDate deadline,

        @Schema(description = "The day on which it was registered", examples = "2022-02-14")
        LocalDate registeredOn) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000008",
              "campaignId": "019aa7b0-1c00-7000-8000-000000000002",
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "unionId": "019366a0-0000-7000-8000-000000000051",
              "text": "Tiếp công dân tận tình, giải quyết đơn đúng hạn, không để đơn tồn đọng",
              "deadline": "2022-12-31",
              "registeredOn": "2022-02-14"
            }
            """;
}
