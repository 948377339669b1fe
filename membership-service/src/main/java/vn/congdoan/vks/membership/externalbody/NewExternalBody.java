package vn.congdoan.vks.membership.externalbody;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a new external body is made from.
@Schema(description = "A new external body", examples = NewExternalBody.EXAMPLE)
public record NewExternalBody(
        @NotNull ExternalBodyKind kind,

        @NotBlank @Size(max = 200) @Schema(description = "Name", examples = "Liên đoàn Lao động tỉnh Quảng Ngãi")
        String name,

        @Nullable
        @Pattern(regexp = "[0-9]{2}")
        @Schema(
                description = "The code of its province, of whatever time; null for a body of the whole country",
                examples = "51",
                nullable = true)
        String provinceCode,

        @NotNull @Schema(description = "First day of the body", examples = "1990-01-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last; null while it lasts", nullable = true) @Nullable
        LocalDate validTo) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "kind": "PROVINCIAL_CONFEDERATION_OF_LABOUR",
              "name": "Liên đoàn Lao động tỉnh Quảng Ngãi",
              "provinceCode": "51",
              "validFrom": "1990-01-01"
            }
            """;
}
