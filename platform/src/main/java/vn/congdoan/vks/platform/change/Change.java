package vn.congdoan.vks.platform.change;

import java.time.LocalDate;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;

/// What an aggregate has to tell after it changed.
///
/// @param streamKey what its order is kept by: the aggregate itself, or what it is an entry of
/// @param version the aggregate's version after the change
/// @param happened what happened to it, a past participle: `admitted`
/// @param effectiveDate the day from which it holds
/// @param ownerUnion whose record it is; never changes
/// @param state everything that others may know of it now, a record of the type's shape
public record Change(
        AggregateType type,
        UUID aggregateId,
        UUID streamKey,
        long version,
        String happened,
        LocalDate effectiveDate,
        UnitId ownerUnion,
        Audience audience,
        Record state) {

    public Change {
        if (!type.happenings().contains(happened)) {
            throw new IllegalArgumentException(happened + " cannot happen to " + type);
        }
        if (!type.state().isInstance(state)) {
            throw new IllegalArgumentException(state.getClass() + " is not the state of " + type);
        }
    }

    /// A change whose order is that of its aggregate.
    public static Change of(
            AggregateType type,
            UUID aggregateId,
            long version,
            String happened,
            LocalDate effectiveDate,
            UnitId ownerUnion,
            Audience audience,
            Record state) {
        return new Change(
                type, aggregateId, aggregateId, version, happened, effectiveDate, ownerUnion, audience, state);
    }
}
