package vn.congdoan.vks.membership.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A unit as it is published: everything that can change about it, by the days on which it holds.
public record UnitState(UnitId id, List<Version> versions) {

    public static final AggregateType TYPE = AggregateType.states("membership", "unit", 1, UnitState.class, "founded");

    public UnitState {
        versions = List.copyOf(versions);
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
