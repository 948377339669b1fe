package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When somebody was born. Of some people only the year is known.
@JsonInclude(Include.NON_NULL)
@Schema(description = "When somebody was born: the year, and the day where it is known")
public record Birth(
        @NotNull @Min(1900) @Max(2100) @Schema(description = "Year", examples = "1985")
        Integer year,

        @Schema(description = "Day, where it is known; in the same year", examples = "1985-03-08") @Nullable
        LocalDate date) {

    /// Nobody joins a union of those who work before the year in which they are fifteen (Labour Code 45/2019/QH14,
    /// article 3: the least age at work).
    private static final int LEAST_AGE = 15;

    boolean isOldEnoughOn(LocalDate day) {
        return day.getYear() >= year + LEAST_AGE;
    }

    boolean agrees() {
        LocalDate day = date;
        return day == null || day.getYear() == year;
    }
}
