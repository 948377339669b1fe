package vn.congdoan.vks.membership.figure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A reported figure as published, with what stood there before.
///
/// @param detail which part of the indicator it is about; absent: all of it
/// @param steps what was done to it, the first first
public record ReportedFigureState(
        ReportedFigureId id,
        UnitId ownerUnionId,
        UnitId unitId,
        FigurePeriod period,
        Indicator indicator,
        @Nullable String detail,
        FigureStatus status,
        Reported reported,
        List<Step> steps,
        Instant recordedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership", "reported-figure", 1, ReportedFigureState.class, "recorded", "corrected", "withdrawn");

    public ReportedFigureState {
        steps = List.copyOf(steps);
    }

    /// One thing that was done to it; by whom stays at home.
    ///
    /// @param reason of corrections and withdrawals
    /// @param before what stood there, of corrections
    public record Step(
            UUID id,
            FigureStep.Kind kind,
            Instant at,
            @Nullable String reason,
            @Nullable Reported before) {}
}
