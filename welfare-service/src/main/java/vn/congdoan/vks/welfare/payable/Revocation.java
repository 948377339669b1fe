package vn.congdoan.vks.welfare.payable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// By which decision something is owed no more.
@Schema(description = "By which decision it is owed no more", examples = Revocation.EXAMPLE)
public record Revocation(
        @NotNull @Valid @Schema(description = "The decision")
        IssuedDecision decision) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"decision": {"number": "05/QĐ-CĐVKS", "date": "2024-02-20"}}
            """;
}
