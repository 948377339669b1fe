package vn.congdoan.vks.campaign.participation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.campaign.campaign.Target;
import vn.congdoan.vks.platform.access.UnitId;

/// A participation as it is shown.
@Schema(name = "Participation", description = "A unit takes part in a campaign", examples = ParticipationView.EXAMPLE)
record ParticipationView(
        ParticipationId id,

        @Schema(description = "The campaign") CampaignId campaignId,
        @Schema(description = "The unit that joined") UnitId unitId,

        @Schema(description = "The union that this unit belonged to when it joined")
        UnitId unionId,

        @Schema(description = "The day on which it joined", examples = "2023-01-09")
        LocalDate joinedOn,

        @Schema(description = "What the unit wants to reach, in the order given")
        List<Target> targets) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000006",
              "campaignId": "019aa7b0-1c00-7000-8000-000000000002",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "unionId": "019366a0-0000-7000-8000-000000000051",
              "joinedOn": "2023-01-09",
              "targets": [
                {
                  "id": "019aa7b0-1c00-7000-8000-000000000007",
                  "name": "Buổi sinh hoạt chuyên đề",
                  "unitOfMeasure": "buổi",
                  "value": 4,
                  "direction": "AT_LEAST"
                }
              ]
            }
            """;
}
