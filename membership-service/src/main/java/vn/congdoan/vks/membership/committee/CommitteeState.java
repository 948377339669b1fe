package vn.congdoan.vks.membership.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A committee as it is published, without names.
///
/// @param endedOn the first day without it, where it ended before its term
/// @param externalBodyId the superior who recognised it, where that is an external body
/// @param superiorUnitId the superior who recognised it, where that is a unit above
/// @param endDecisionNumber of the decision that ended it before its term
/// @param recordedAt when it was first written down; this, the superior and the decisions on ends are absent in
///         what was published before they were told
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
        List<Seated> seats,
        @Nullable ExternalBodyId externalBodyId,
        @Nullable UnitId superiorUnitId,
        @Nullable String endDecisionNumber,
        @Nullable LocalDate endDecisionDate,
        @Nullable Instant recordedAt) {

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

    /// Who holds which position on which days, and the decisions by which that began or ended apart from the
    /// term.
    public record Seated(
            SeatId id,
            MemberId memberId,
            SeatPosition position,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDate,
            @Nullable String endDecisionNumber,
            @Nullable LocalDate endDecisionDate) {}
}
