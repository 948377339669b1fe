package vn.congdoan.vks.welfare.insurance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the insurer was told of at a time.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "InsuranceEndorsement",
        description = "What the insurer was told of at a time",
        examples = EndorsementView.EXAMPLE)
record EndorsementView(
        @Schema(description = "Id of the endorsement") UUID id,

        @Schema(description = "From which day on it holds", examples = "2024-03-01")
        LocalDate date,

        @Schema(description = "The insurer's number", examples = "SĐBS-03", nullable = true) @Nullable
        String number,

        @Schema(description = "How many are insured from that day on", examples = "2")
        int joined,

        @Schema(description = "How many are not insured any more", examples = "1")
        int left,

        @Schema(description = "When it was written down") Instant recordedAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000085",
              "date": "2024-03-01",
              "number": "SĐBS-03",
              "joined": 2,
              "left": 1,
              "recordedAt": "2024-03-04T02:10:00Z"
            }
            """;
}
