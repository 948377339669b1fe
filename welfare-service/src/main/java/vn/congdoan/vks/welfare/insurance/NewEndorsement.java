package vn.congdoan.vks.welfare.insurance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;

/// From which day on the list follows membership, and whose part of it.
@Schema(
        name = "NewInsuranceEndorsement",
        description = "From which day on the list of the insured follows membership",
        examples = NewEndorsement.EXAMPLE)
public record NewEndorsement(
        @NotNull
        @Schema(
                description = "The day from which on whoever joined is insured and whoever left is not; within the"
                        + " period of the policy",
                examples = "2024-03-01")
        LocalDate date,

        @Nullable
        @Size(min = 1, max = 50)
        @Schema(description = "The insurer's number of the endorsement", examples = "SĐBS-03", nullable = true)
        String number,

        @Nullable
        @Size(min = 1, max = 1000)
        @Schema(description = "Only these, each of whom joined or left; absent for all", nullable = true)
        List<@NotNull MemberId> memberIds) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"date": "2024-03-01", "number": "SĐBS-03"}
            """;
}
