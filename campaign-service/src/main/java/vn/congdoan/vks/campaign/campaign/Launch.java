package vn.congdoan.vks.campaign.campaign;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a campaign was launched, for one that is entered afterwards.
@Schema(name = "CampaignLaunch", description = "When a campaign is launched", examples = Launch.EXAMPLE)
public record Launch(
        @Schema(
                description =
                        "The day of the launch, today unless told: not in the future, not after the campaign's last"
                                + " day, and not more than a year before its first one",
                examples = "2022-01-05",
                nullable = true)
        @Nullable
        LocalDate launchedOn) {

    static final String EXAMPLE = """
            {"launchedOn": "2022-01-05"}
            """;
}
