package vn.congdoan.vks.platform.bonus;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// The bonus of one award that a union pays out of its own funds, as published: campaign-service tells it, under the
/// award's id, and welfare-service makes a payable of it. An award whose bonus somebody else pays, or that has none, is
/// told nothing of here. What was granted never changes: what was wrong is revoked, and granted anew under another id.
/// It names nobody.
///
/// @param id the award's
/// @param ownerUnionId the union whose record it is
/// @param payingUnitId the unit of that union that pays
/// @param memberId who gets it; absent where a unit does
/// @param recipientUnitId the unit that gets it; absent where a member does
/// @param award the award's name in the catalogue: `Giấy khen`
/// @param amount in đồng
/// @param revocation the decision that took the award back, which is for good; absent as long as it stands
/// @param recordedAt when the award was written down
public record AwardBonusState(
        UUID id,
        UnitId ownerUnionId,
        UnitId payingUnitId,
        @Nullable MemberId memberId,
        @Nullable UnitId recipientUnitId,
        String award,
        long amount,
        AwardDecision decision,
        @Nullable AwardDecision revocation,
        Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("campaign", "award-bonus", 1, AwardBonusState.class, "granted", "revoked");

    private static final long MAX_AMOUNT = 1_000_000_000_000_000L;
    private static final int LONGEST_AWARD = 200;

    /// Neither told nor taken unless it is whole.
    public AwardBonusState {
        if (AwardDecision.isAbsent(id)
                || AwardDecision.isAbsent(ownerUnionId)
                || AwardDecision.isAbsent(payingUnitId)
                || AwardDecision.isAbsent(decision)
                || AwardDecision.isAbsent(recordedAt)) {
            throw new IllegalArgumentException("a bonus that lacks something");
        }
        if ((memberId == null) == (recipientUnitId == null)) {
            throw new IllegalArgumentException("a bonus for one member, or for one unit");
        }
        if (!isText(award, LONGEST_AWARD)) {
            throw new IllegalArgumentException("a bonus without its award");
        }
        if (amount < 1 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("a bonus of no amount");
        }
    }

    /// Whether another state tells of the same grant, whatever became of it.
    public boolean isSameGrantAs(AwardBonusState other) {
        return withoutRevocation().equals(other.withoutRevocation());
    }

    private AwardBonusState withoutRevocation() {
        return new AwardBonusState(
                id, ownerUnionId, payingUnitId, memberId, recipientUnitId, award, amount, decision, null, recordedAt);
    }

    static boolean isText(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }
}
