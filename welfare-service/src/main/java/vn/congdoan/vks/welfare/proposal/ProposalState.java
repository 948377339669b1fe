package vn.congdoan.vks.welfare.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.support.Beneficiary;

/// A proposal as published: inside its union until it is sent, then for the union above that it is sent to as well.
/// Only what was sent is told of the list, because that is what the superior decides on.
///
/// @param superiorUnitId the union that is asked, unless it is a body outside
/// @param stage how far its own union has brought it
/// @param round how often it was sent
/// @param received what came for it, in đồng
public record ProposalState(
        ProposalId id,
        UnitId ownerUnionId,
        UnitId unitId,
        @Nullable UnitId superiorUnitId,
        @Nullable String superiorBody,
        String title,
        LocalDate date,
        ProposalStage stage,
        int round,
        @Nullable String noteToSuperior,
        long received,
        List<Line> lines,
        Instant recordedAt,
        Instant changedAt,
        @Nullable Instant sentAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "welfare",
            "proposal",
            1,
            ProposalState.class,
            "listed",
            "changed",
            "submitted",
            "withdrawn",
            "received",
            "distributed",
            "returned");

    public ProposalState {
        lines = List.copyOf(lines);
    }

    /// For whom, and how much.
    ///
    /// @param amount what is asked for, in đồng
    /// @param paidOn the day on which what was granted was paid on
    @JsonInclude(Include.NON_NULL)
    public record Line(
            ProposalLineId lineId,
            Beneficiary beneficiary,
            SupportKind kind,
            long amount,
            @Nullable String noteToSuperior,
            @Nullable LocalDate paidOn) {}
}
