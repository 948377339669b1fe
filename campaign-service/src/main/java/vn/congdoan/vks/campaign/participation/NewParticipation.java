package vn.congdoan.vks.campaign.participation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.campaign.campaign.NewTarget;
import vn.congdoan.vks.platform.access.UnitId;

/// A unit joins a campaign.
@Schema(description = "A unit joins a campaign", examples = NewParticipation.EXAMPLE)
public record NewParticipation(
        @NotNull @Schema(description = "The unit that joins: called, and of another union than the launching unit")
        UnitId unitId,

        @Nullable
        @Schema(
                description =
                        "The day on which it joined, today unless told: not in the future, neither before the launch"
                                + " nor after the campaign's last day",
                examples = "2023-01-09",
                nullable = true)
        LocalDate joinedOn,

        @Nullable
        @Size(max = 50)
        @Schema(description = "What the unit wants to reach besides the campaign's own targets", nullable = true)
        List<@NotNull @Valid NewTarget> targets) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "joinedOn": "2023-01-09",
              "targets": [
                {"name": "Buổi sinh hoạt chuyên đề", "unitOfMeasure": "buổi", "value": 4, "direction": "AT_LEAST"}
              ]
            }
            """;
}
