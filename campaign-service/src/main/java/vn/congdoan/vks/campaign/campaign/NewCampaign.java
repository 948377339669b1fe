package vn.congdoan.vks.campaign.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// What a new campaign is made from.
@Schema(description = "A new campaign", examples = NewCampaign.EXAMPLE)
public record NewCampaign(
        @NotNull @Schema(description = "The unit that will launch it")
        UnitId unitId,

        @NotNull
        @Schema(
                description = "MOVEMENT (phong trào thi đua) can lead to titles, MOBILIZATION (cuộc vận động) cannot",
                examples = "MOVEMENT")
        CampaignKind kind,

        @NotBlank
        @Size(max = 300)
        @Schema(description = "Name", examples = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh")
        String name,

        @Nullable
        @Size(max = 500)
        @Schema(
                description = "Theme",
                examples = "Đoàn kết, gương mẫu, trách nhiệm, vượt khó, hoàn thành xuất sắc nhiệm vụ năm 2023",
                nullable = true)
        String theme,

        @Nullable
        @Size(max = 1000)
        @Schema(
                description = "The directive or resolution that it rests on",
                examples = "Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
                nullable = true)
        String legalBasis,

        @NotNull @Schema(description = "First day", examples = "2023-01-01")
        LocalDate startsOn,

        @Nullable
        @Schema(
                description = "Last day, inclusive; absent for a standing campaign",
                examples = "2023-12-31",
                nullable = true)
        LocalDate endsOn,

        @Nullable
        @UniqueElements
        @Size(min = 1, max = 200)
        @Schema(
                description = "The units that it calls: the launching unit, units below it, and unions below its union."
                        + " Each stands for everything below it as well: a union for its sections and groups and for the"
                        + " unions below it with theirs. Unless given, the launching unit, in this sense",
                examples = "[\"019366a0-0000-7000-8000-000000000051\"]",
                nullable = true)
        List<@NotNull UnitId> scopeUnitIds,

        @Nullable @Size(max = 50) @Schema(description = "What shall be reached", nullable = true)
        List<@NotNull @Valid NewTarget> targets) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "kind": "MOVEMENT",
              "name": "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
              "legalBasis": "Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
              "startsOn": "2022-01-01",
              "targets": [
                {"name": "Đoàn viên đăng ký làm theo", "unitOfMeasure": "%", "value": 99.5, "direction": "AT_LEAST"}
              ]
            }
            """;

    /// The units that it calls.
    List<UnitId> scope() {
        return scopeUnitIds == null ? List.of(unitId) : scopeUnitIds;
    }
}
