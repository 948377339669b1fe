package vn.congdoan.vks.membership.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// What goes along with a member to another node, or introduces one there. Told to that node alone, and to the central
/// one on the way, and opened by nobody else.
///
/// @param ownerUnionId the union that sends it
/// @param causeId the transfer or reorganization by which the member goes
/// @param keyId to which of the node's keys it is sealed
/// @param memberVersion of the member's record when it was sealed
/// @param sealed absent once it has arrived, or is not needed any more
public record MemberLetterState(
        UUID id,
        UnitId ownerUnionId,
        MemberId memberId,
        UUID causeId,
        UnitId toUnionId,
        String toNode,
        UUID keyId,
        Purpose purpose,
        long memberVersion,
        @Nullable String sealed,
        Instant recordedAt) {

    public static final AggregateType TYPE = AggregateType.states(
                    "membership", "member-letter", 1, MemberLetterState.class, "sent", "emptied")
            .amongNodes();

    /// What a letter is for.
    public enum Purpose {
        /// Tells the receiver of a transfer whom to answer for.
        INTRODUCTION,
        /// Holds what stays at home of the member, who comes with it.
        RECORD
    }

    /// The same with something in it.
    MemberLetterState holding(@Nullable String content) {
        return new MemberLetterState(
                id,
                ownerUnionId,
                memberId,
                causeId,
                toUnionId,
                toNode,
                keyId,
                purpose,
                memberVersion,
                content,
                recordedAt);
    }

    /// What the letter is bound to: it opens for nothing else.
    String context() {
        return String.join(
                "/",
                "member-letter",
                purpose.name(),
                toNode,
                keyId.toString(),
                causeId.toString(),
                memberId.toString(),
                Long.toString(memberVersion));
    }
}
