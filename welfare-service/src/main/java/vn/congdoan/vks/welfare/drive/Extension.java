package vn.congdoan.vks.welfare.drive;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Until when a drive goes on, or went on.
@Schema(
        name = "DriveExtension",
        description = "Until when a drive goes on: later than planned, or earlier",
        examples = Extension.EXAMPLE)
public record Extension(
        @NotNull @Schema(description = "The last day", examples = "2023-01-31")
        LocalDate closesOn) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"closesOn": "2023-01-31"}
            """;
}
