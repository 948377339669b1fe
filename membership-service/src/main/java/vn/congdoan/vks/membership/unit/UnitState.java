package vn.congdoan.vks.membership.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A unit as it is published: everything that can change about it, by the days on which it holds; and the units
/// that came after it, which inherit the rights over its records.
///
/// @param recordedAt when it was first written down; absent in what was published before this was told
public record UnitState(
        UnitId id,
        List<Version> versions,
        List<UnitId> successors,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("membership", "unit", 1, UnitState.class, "founded", "reorganized", "ended");

    public UnitState {
        versions = List.copyOf(versions);
        successors = List.copyOf(successors);
    }

    /// From one day until another (exclusive; absent: until now).
    public record Version(
            UnitId unionId,
            @Nullable UnitId parentId,
            UnitKind kind,
            String code,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
