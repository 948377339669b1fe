package vn.congdoan.vks.membership.reorganization;

import java.time.Instant;
import java.util.List;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.problem.Violation;

/// What a node answers to a reorganization, as it is published.
///
/// @param ownerUnionId the union whose node it is
/// @param errors what stands against the node's part; empty: it is done
/// @param taken how many members came with it from unions of other nodes, and are here with everything
/// @param recordedAt when it was told first
/// @param reportedAt when it was told last
public record HomeReportState(
        HomeReportId id,
        UnitId ownerUnionId,
        ReorganizationId reorganizationId,
        String node,
        HomeReport.Outcome status,
        List<Violation> errors,
        List<Taken> taken,
        Instant recordedAt,
        Instant reportedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("membership", "reorganization-report", 1, HomeReportState.class, "done", "refused");

    public HomeReportState {
        errors = List.copyOf(errors);
        taken = List.copyOf(taken);
    }

    /// How many members came from a union.
    public record Taken(UnitId unionId, int members) {}
}
