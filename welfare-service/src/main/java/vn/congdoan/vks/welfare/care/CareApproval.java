package vn.congdoan.vks.welfare.care;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;

/// By which decision care is approved.
@Schema(description = "By which decision care is approved", examples = CareApproval.EXAMPLE)
public record CareApproval(
        @Nullable
        @Valid
        @Schema(
                description = "The committee's resolution; required where the amount of a year is more than the chair"
                        + " decides alone",
                nullable = true)
        Decision decision) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"decision": {"number": "12/NQ-BCH", "date": "2023-11-15", "signer": "Chủ tịch Công đoàn"}}
            """;
}
