package vn.congdoan.vks.welfare.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Another request for the same person, as a warning: by the same member or, of others, by the same name for the same
/// kind of support in the same union.
@JsonInclude(Include.NON_NULL)
@Schema(description = "Another request for the same person in the twelve months before; a warning, nothing more")
record EarlierRequest(
        @Schema(description = "The proposal by which something was asked", nullable = true) @Nullable
        UUID proposalId,

        @Schema(description = "The support case by which something was asked", nullable = true) @Nullable
        UUID supportCaseId,

        @Schema(description = "The day of that request", examples = "2022-06-01")
        LocalDate date,

        @Schema(description = "What for", examples = "HARDSHIP")
        SupportKind kind,

        @Schema(description = "What was asked for, in đồng", examples = "1000000", nullable = true) @Nullable
        Long requested,

        @Schema(
                description = "What was granted or approved, in đồng; absent as long as it is not decided",
                nullable = true)
        @Nullable
        Long granted) {}
