package vn.congdoan.vks.welfare.entry;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a payment was made for.
///
/// @param id of the record, not of the line or the day in it
@Schema(description = "The record that a payment was made for", examples = PaidCause.EXAMPLE)
record PaidCause(
        @Schema(description = "Which kind of record", examples = "SUPPORT_CASE")
        Kind kind,

        @Schema(description = "Its id", examples = "019aa7b0-1c00-7000-8000-000000000041")
        UUID id) {

    static final String EXAMPLE = """
            {"kind": "SUPPORT_CASE", "id": "019aa7b0-1c00-7000-8000-000000000041"}
            """;

    /// Where such a record is read.
    @Schema(
            name = "PaidCauseKind",
            description =
                    "SUPPORT_CASE: `/support-cases/{id}`; SUPPORT_PROGRAMME: `/support-programmes/{id}`;"
                            + " CARE_COMMITMENT: `/care-commitments/{id}`; PROPOSAL: `/proposals/{id}`; PAYABLE: `/payables/{id}`")
    enum Kind {
        SUPPORT_CASE,
        SUPPORT_PROGRAMME,
        CARE_COMMITMENT,
        PROPOSAL,
        PAYABLE
    }
}
