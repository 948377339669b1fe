package vn.congdoan.vks.membership.localsuperior;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.platform.decision.Decision;

/// A union comes under a local superior.
@Schema(description = "A union comes under a local superior", examples = NewLocalSuperior.EXAMPLE)
public record NewLocalSuperior(
        @Schema(description = "An id of the client's; made by the server unless given", nullable = true) @Nullable
        LocalSuperiorId id,

        @NotNull @Schema(description = "The superior, which exists on the first day")
        ExternalBodyId externalBodyId,

        @NotNull
        @Schema(
                description = "The first day under this superior; it may lie in the past or the future",
                examples = "2023-03-01")
        LocalDate validFrom,

        @Schema(description = "The decision that it rests on", nullable = true) @Valid @Nullable
        Decision decision) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "externalBodyId": "019366a0-0000-7000-8000-000000000701",
              "validFrom": "2023-03-01",
              "decision": {"number": "12/QĐ-LĐLĐ", "date": "2023-02-14", "signer": "Chủ tịch Liên đoàn Lao động tỉnh"}
            }
            """;
}
