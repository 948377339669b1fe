package vn.congdoan.vks.membership.externalbody;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An external body as it is shown.
@Schema(
        name = "ExternalBody",
        description = "A body outside the organization that commands, funds, decides or awards",
        examples = ExternalBodyView.EXAMPLE)
public record ExternalBodyView(
        ExternalBodyId id,
        ExternalBodyKind kind,

        @Schema(description = "Name", examples = "Liên đoàn Lao động tỉnh Quảng Ngãi")
        String name,

        @Schema(
                description = "The code of its province; null for a body of the whole country",
                examples = "51",
                nullable = true)
        @Nullable
        String provinceCode,

        @Schema(description = "First day of the body", examples = "1990-01-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last; null while it lasts", nullable = true) @Nullable
        LocalDate validTo) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000701",
              "kind": "PROVINCIAL_CONFEDERATION_OF_LABOUR",
              "name": "Liên đoàn Lao động tỉnh Quảng Ngãi",
              "provinceCode": "51",
              "validFrom": "1990-01-01",
              "validTo": null
            }
            """;
}
