package vn.congdoan.vks.membership.unit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;

/// What a new unit is made from.
@Schema(description = "A new unit", examples = NewUnit.EXAMPLE)
public record NewUnit(
        @NotNull
        @Schema(description = "PROVINCIAL_UNION below the central union, SECTION below a union, GROUP below either")
        UnitKind kind,

        @NotNull @Schema(description = "The unit above") UnitId parentId,

        @NotNull
        @Size(max = 20)
        @Pattern(regexp = "[A-Z0-9]+(-[A-Z0-9]+)*")
        @Schema(description = "Capital letters and digits, parts joined by hyphens", examples = "QNG-07")
        String code,

        @NotBlank @Size(max = 200) @Schema(description = "Name", examples = "Công đoàn bộ phận VKSND huyện Nghĩa Hành")
        String name,

        @NotNull @Schema(description = "First day of the unit", examples = "2023-01-01")
        LocalDate validFrom) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "kind": "SECTION",
              "parentId": "019366a0-0000-7000-8000-000000000051",
              "code": "QNG-27",
              "name": "Công đoàn bộ phận VKSND khu vực 7",
              "validFrom": "2025-07-01"
            }
            """;
}
