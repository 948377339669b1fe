package vn.congdoan.vks.membership.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;

/// A decision by which a seat, or a committee with all its seats, ends before its term.
@Schema(description = "A decision by which something ends before its term", examples = EarlyEnd.EXAMPLE)
public record EarlyEnd(
        @Schema(description = "First day without it; today unless told", examples = "2025-04-01", nullable = true)
        @Nullable
        LocalDate effectiveDate,

        @NotNull @Valid Decision decision) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "effectiveDate": "2025-04-01",
              "decision": {"number": "16/QĐ-LĐLĐ", "date": "2025-03-25", "signer": "Chủ tịch Liên đoàn Lao động tỉnh"}
            }
            """;

    LocalDate day(Clock clock) {
        return effectiveDate == null ? LocalDate.now(clock) : effectiveDate;
    }
}
