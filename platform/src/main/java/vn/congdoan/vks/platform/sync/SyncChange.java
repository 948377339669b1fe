package vn.congdoan.vks.platform.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.change.LoggedChange;

/// A change as it travels between nodes: one line of a feed or a batch.
///
/// @param position its place in the sender's log
/// @param originEpoch with `originPosition` its place in the log of the node where it was made
/// @param audience absent: everybody
/// @param actor told to the home of the record alone; like `assignmentId` and `requestId`
/// @param type what happened: `admitted`
/// @param state absent for a withdrawal. Fields that are not known here are kept and passed on.
@JsonInclude(Include.NON_NULL)
public record SyncChange(
        long position,
        UUID changeId,
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
        String type,
        int schemaVersion,

        @JsonRawValue @JsonDeserialize(using = RawJson.class) @Nullable
        String state) {

    public SyncChange {
        audience = audience == null ? null : List.copyOf(audience);
    }

    /// @param toItsHome whether the reader is the home of the record, which is told who did it
    static SyncChange of(LoggedChange change, boolean toItsHome) {
        return new SyncChange(
                change.position().number(),
                change.id(),
                change.kind(),
                change.aggregateType(),
                change.aggregateId(),
                change.streamKey(),
                change.version(),
                change.originNode(),
                change.originEpoch(),
                change.originPosition(),
                change.ownerUnion(),
                change.audience(),
                toItsHome ? change.actor() : null,
                toItsHome ? change.assignmentId() : null,
                toItsHome ? change.requestId() : null,
                change.recordedAt(),
                change.effectiveDate(),
                change.happened(),
                change.schemaVersion(),
                change.state() == null ? null : change.state().toString());
    }

    /// That a record is gone from those who had a version of it.
    SyncChange asWithdrawalOf(int knownEpoch, long knownVersion, @Nullable List<UUID> toldTo) {
        return new SyncChange(
                position,
                changeId,
                ChangeKind.WITHDRAWAL,
                aggregateType,
                aggregateId,
                streamKey,
                knownVersion,
                originNode,
                knownEpoch,
                originPosition,
                ownerUnion,
                toldTo,
                actor,
                assignmentId,
                requestId,
                recordedAt,
                effectiveDate,
                type,
                schemaVersion,
                null);
    }
}
