package vn.congdoan.vks.campaign.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.text.VietnameseText;

/// What a new commitment is made from.
@Schema(description = "A new commitment: of a member or of a unit", examples = NewCommitment.EXAMPLE)
public record NewCommitment(
        @NotNull @Schema(description = "The launched campaign that it belongs to")
        CampaignId campaignId,

        @Nullable @Schema(description = "The member who commits, unless it is a unit", nullable = true)
        MemberId memberId,

        @Nullable @Schema(description = "The unit that commits, unless it is a member", nullable = true)
        UnitId unitId,

        @NotBlank
        @Size(max = 2000)
        @Schema(
                description = "What will be done",
                examples = "Tiếp công dân tận tình, giải quyết đơn đúng hạn, không để đơn tồn đọng")
        String text,

        @Nullable
        @Schema(
                description =
                        "Until when, inclusive: not before the day of registration nor after the campaign's last day",
                examples = "2022-12-31",
                nullable = true)
        LocalDate deadline,

        @Nullable
        @Schema(
                description =
                        "The day of registration, today unless told: not in the future, neither before the launch nor"
                                + " after the campaign's last day",
                examples = "2022-02-14",
                nullable = true)
        LocalDate registeredOn) {

    /// What will be done, as it is kept: composed, in its lines.
    String words() {
        return VietnameseText.normalized(text).strip();
    }

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "campaignId": "019aa7b0-1c00-7000-8000-000000000002",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "text": "Tiếp công dân tận tình, giải quyết đơn đúng hạn, không để đơn tồn đọng",
              "deadline": "2023-12-31",
              "registeredOn": "2023-02-14"
            }
            """;
}
