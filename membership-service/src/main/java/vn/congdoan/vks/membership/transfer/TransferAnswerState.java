package vn.congdoan.vks.membership.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// What the receiver of a transfer says that another node keeps. The transfer's home does what it says.
///
/// @param id of the transfer, which is answered once
/// @param ownerUnionId the receiver's union
/// @param unitId where the receiver takes the member; absent where it refuses, as the day
/// @param keyId to which of the sender's keys the rest is sealed: numbers, who signed, why it is refused
/// @param takenAt when the receiver had everything of the member; absent before
public record TransferAnswerState(
        UUID id,
        UnitId ownerUnionId,
        AnswerDecision decision,
        @Nullable UnitId unitId,
        @Nullable LocalDate effectiveDate,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        String toNode,
        UUID keyId,
        String sealed,
        Instant recordedAt,
        @Nullable Instant takenAt) {

    public static final AggregateType TYPE = AggregateType.states(
                    "membership", "transfer-answer", 1, TransferAnswerState.class, "answered", "taken")
            .amongNodes();
}
