package vn.congdoan.vks.welfare.insurance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.welfare.ledger.FundId;

/// An insurance policy as published: how many it insures, and nobody's name.
///
/// @param unitId whose members are insured, with everything below it in its union
/// @param validTo exclusive
/// @param premium for each person, in đồng
/// @param insured how many are insured until the policy ends
/// @param endorsements how often the insurer was told of changes
public record InsurancePolicyState(
        InsurancePolicyId id,
        UnitId ownerUnionId,
        UnitId unitId,
        String insurer,
        String number,
        String covers,
        LocalDate validFrom,
        LocalDate validTo,
        long premium,
        @Nullable FundId fundId,
        int insured,
        int endorsements,
        Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("welfare", "insurance-policy", 1, InsurancePolicyState.class, "concluded", "endorsed");
}
