package vn.congdoan.vks.platform.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the change log.
///
/// @param id of the change, the same wherever it is replicated to; the id of the CloudEvent
/// @param originEpoch the epoch of the position it got where it was made; @param originPosition that position
/// @param originNode the node where it was made
/// @param audience the unions that may read it; null: everybody
/// @param actor the account that did it, `issuer/subject`; null: the system itself
/// @param happened what happened: `admitted`
/// @param state the aggregate as JSON; null for a withdrawal
public record LoggedChange(
        Position position,
        UUID id,
        ChangeKind kind,
        String aggregateType,
        UUID aggregateId,
        UUID streamKey,
        long version,
        String originNode,
        int originEpoch,
        long originPosition,
        UUID ownerUnion,
        @Nullable List<UUID> audience,
        @Nullable String actor,
        @Nullable UUID assignmentId,
        @Nullable String requestId,
        Instant recordedAt,
        LocalDate effectiveDate,
        String happened,
        int schemaVersion,
        @Nullable State state) {

    public LoggedChange {
        audience = audience == null ? null : List.copyOf(audience);
    }
}
