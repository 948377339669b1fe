package vn.congdoan.vks.campaign.campaign;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a campaign was launched, for one that is entered afterwards.
@Schema(name = "CampaignLaunch", description = "When a campaign is launched", examples = Launch.EXAMPLE)
public record Launch(
        @Schema(description = "The day of the launch, not in the future; today unless told", examples = "2022-01-05")
        @Nullable
        LocalDate launchedOn) {

    static final String EXAMPLE = """
            {"launchedOn": "2022-01-05"}
            """;
}
