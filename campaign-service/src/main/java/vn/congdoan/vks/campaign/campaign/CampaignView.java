package vn.congdoan.vks.campaign.campaign;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// A campaign as it is shown.
@Schema(name = "Campaign", description = "A unit calls others to a common effort", examples = CampaignView.EXAMPLE)
record CampaignView(
        CampaignId id,

        @Schema(description = "The unit that launches it") UnitId unitId,

        @Schema(description = "The union that this unit belonged to when the campaign was created")
        UnitId unionId,

        @Schema(description = "MOVEMENT can lead to titles, MOBILIZATION cannot", examples = "MOVEMENT")
        CampaignKind kind,

        @Schema(description = "Where it stands in its life", examples = "DRAFT")
        CampaignStatus status,

        @Schema(description = "Name", examples = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh")
        String name,

        @Schema(description = "Theme", nullable = true) @Nullable
        String theme,

        @Schema(description = "The directive or resolution that it rests on", nullable = true) @Nullable
        String legalBasis,

        @Schema(description = "First day", examples = "2022-01-01")
        LocalDate startsOn,

        @Schema(description = "Last day, inclusive; null for a standing campaign", nullable = true) @Nullable
        LocalDate endsOn,

        @Schema(
                description = "The units that it calls, each with everything below it, the provincial unions included"
                        + " where a union above them is named")
        List<UnitId> scopeUnitIds,

        @Schema(description = "What shall be reached, in the order given")
        List<Target> targets,

        @Schema(description = "The day of the launch; null for a draft", nullable = true) @Nullable
        LocalDate launchedOn) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000002",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "unionId": "019366a0-0000-7000-8000-000000000051",
              "kind": "MOVEMENT",
              "status": "LAUNCHED",
              "name": "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
              "theme": null,
              "legalBasis": "Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
              "startsOn": "2022-01-01",
              "endsOn": null,
              "scopeUnitIds": ["019366a0-0000-7000-8000-000000000051"],
              "targets": [
                {
                  "id": "019aa7b0-1c00-7000-8000-000000000005",
                  "name": "Đoàn viên đăng ký làm theo",
                  "unitOfMeasure": "%",
                  "value": 99.5,
                  "direction": "AT_LEAST"
                }
              ],
              "launchedOn": "2022-01-05"
            }
            """;
}
