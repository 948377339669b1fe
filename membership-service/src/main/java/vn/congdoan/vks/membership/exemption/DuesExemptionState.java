package vn.congdoan.vks.membership.exemption;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// An exemption as it is published: who need not pay from when until when. Why is nobody else's business.
///
/// @param validTo the first day on which dues are to be paid again; absent: open; the first day itself: it never
///         held
/// @param recordedAt when it was first written down; absent in what was published before this was told
public record DuesExemptionState(
        DuesExemptionId id,
        UnitId ownerUnionId,
        MemberId memberId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership", "dues-exemption", 1, DuesExemptionState.class, "granted", "ended", "moved", "merged");
}
