package vn.congdoan.vks.membership.committee;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;

/// A seat of a committee that is proposed.
@Schema(description = "A seat of a committee that is proposed", examples = NewSeat.EXAMPLE)
public record NewSeat(
        @NotNull @Schema(description = "Who takes it: a member in the unit or below it, on all its days")
        MemberId memberId,

        @NotNull SeatPosition position,

        @Schema(description = "First day; that of the term unless told", examples = "2023-03-01", nullable = true)
        @Nullable
        LocalDate validFrom,

        @Schema(description = "The day after the last; that of the term unless told", nullable = true) @Nullable
        LocalDate validTo) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {"memberId": "019366a0-0000-7000-8000-000000001234", "position": "CHAIR"}
            """;

    LocalDate from(LocalDate termFrom) {
        return validFrom == null ? termFrom : validFrom;
    }

    LocalDate to(LocalDate termTo) {
        return validTo == null ? termTo : validTo;
    }
}
