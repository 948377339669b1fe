package vn.congdoan.vks.welfare.support;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A limit of support as published.
///
/// @param unitId the union that it holds for
/// @param chairUpTo up to which amount the chair decides alone, in đồng
/// @param perCase in đồng; absent: no limit
/// @param perPersonAndYear in đồng; absent: no limit
/// @param decision the committee's resolution by which it was set
public record SupportLimitState(
        SupportLimitId id,
        UnitId ownerUnionId,
        UnitId unitId,
        SupportKind kind,
        LocalDate validFrom,
        long chairUpTo,
        @Nullable Long perCase,
        @Nullable Long perPersonAndYear,
        @Nullable String legalBasis,
        Decision decision,
        Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "support-limit", 1, SupportLimitState.class, "set");
}
