package vn.congdoan.vks.platform.sync;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A change in quarantine as it is shown.
@Schema(
        name = "QuarantinedChange",
        description = "A change that a node could not apply and has set aside",
        examples = QuarantinedView.EXAMPLE)
public record QuarantinedView(
        @Schema(description = "Id of the change, the same on every node")
        UUID changeId,

        @Schema(description = "The node where it lies", examples = "central")
        String at,

        @Schema(description = "The node that sent it there", examples = "qng")
        String sender,

        @Schema(description = "The node where it was made", examples = "qng")
        String originNode,

        @Schema(description = "Kind of record", examples = "member")
        String aggregateType,

        @Schema(description = "Id of the record") UUID aggregateId,

        @Schema(description = "What its order is kept by: later changes of the stream wait for it")
        UUID streamKey,

        @Schema(description = "Its place in the sender's log", examples = "1284")
        long position,

        QuarantineReason reason,

        @Schema(
                description = "The rule that refused it, without data of the record; null for other reasons",
                examples = "SQL state 23503, placement_unit_id_fkey",
                nullable = true)
        @Nullable
        String detail,

        @Schema(description = "Since when it is set aside") Instant since,

        @Schema(description = "How often it was tried", examples = "12")
        int tries,

        @Schema(description = "When it was tried last") Instant triedAt,

        @Schema(description = "When it is tried again at the earliest: as soon as both nodes speak from then on")
        Instant nextTryAt) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "changeId": "019aa7b0-1c00-7000-8000-000000000005",
              "at": "central",
              "sender": "qng",
              "originNode": "qng",
              "aggregateType": "member",
              "aggregateId": "019aa7b0-1c00-7000-8000-000000000001",
              "streamKey": "019aa7b0-1c00-7000-8000-000000000001",
              "position": 1284,
              "reason": "REFUSED",
              "detail": "SQL state 23503, placement_unit_id_fkey",
              "since": "2026-12-01T02:30:00Z",
              "tries": 12,
              "triedAt": "2026-12-01T02:42:00Z",
              "nextTryAt": "2026-12-01T02:43:00Z"
            }
            """;
}
