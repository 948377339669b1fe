package vn.congdoan.vks.welfare.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.decision.Decision;

/// The decision by which a programme is approved.
@Schema(description = "The decision by which a programme is approved", examples = ProgrammeApproval.EXAMPLE)
public record ProgrammeApproval(@NotNull @Valid Decision decision) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"decision": {"number": "15/QĐ-CĐVKS", "date": "2024-01-15", "signer": "Chủ tịch Công đoàn"}}
            """;
}
