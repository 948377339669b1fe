package vn.congdoan.vks.welfare.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;

/// Whose payment came back, and why.
@Schema(description = "Whose payment came back, and why", examples = ReturnedLine.EXAMPLE)
public record ReturnedLine(
        @NotNull MemberId memberId,

        @NotBlank @Size(max = 500) @Schema(description = "Why; never published", examples = "Sai số tài khoản")
        String text,

        @Nullable
        @Schema(
                description = "The day on which it came back; today if absent",
                examples = "2024-02-03",
                nullable = true)
        LocalDate date) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"memberId": "019366a0-0000-7000-8000-000000001234", "text": "Sai số tài khoản", "date": "2024-02-03"}
            """;
}
