package vn.congdoan.vks.membership.committee;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A committee as it is published, without names.
///
/// @param endedOn the first day without it, where it ended before its term
public record CommitteeState(
        CommitteeId id,
        UnitId ownerUnionId,
        UnitId unitId,
        CommitteeKind kind,
        CommitteeStatus status,
        String term,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate endedOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        List<Seated> seats) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership",
            "committee",
            1,
            CommitteeState.class,
            "drafted",
            "revised",
            "recognized",
            "cancelled",
            "seated",
            "vacated",
            "reseated",
            "ended");

    public CommitteeState {
        seats = List.copyOf(seats);
    }

    /// Who holds which position on which days.
    public record Seated(SeatId id, MemberId memberId, SeatPosition position, LocalDate validFrom, LocalDate validTo) {}
}
