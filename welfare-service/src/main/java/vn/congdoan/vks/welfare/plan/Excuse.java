package vn.congdoan.vks.welfare.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.MemberId;

/// Of whom nothing is expected any more.
@Schema(
        name = "ContributionPlanExcuse",
        description = "Of whom nothing is expected any more, and why",
        examples = Excuse.EXAMPLE)
public record Excuse(
        @NotEmpty @Size(max = 1000) @Schema(description = "Members on the list")
        List<@NotNull MemberId> memberIds,

        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "Why, without anything about somebody's health; read by who reads the list",
                examples = "Nghỉ không hưởng lương")
        String reason) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"memberIds": ["019366a0-0000-7000-8000-000000001234"], "reason": "Nghỉ không hưởng lương"}
            """;
}
