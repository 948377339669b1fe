package vn.congdoan.vks.welfare.payee;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How many details were taken.
@Schema(description = "How many details were taken", examples = AccountsTaken.EXAMPLE)
record AccountsTaken(
        @Schema(description = "How many payees", examples = "1")
        int taken) {

    static final String EXAMPLE = """
            {"taken": 1}
            """;
}
