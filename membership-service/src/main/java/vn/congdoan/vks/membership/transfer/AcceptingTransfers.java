package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberLetters;
import vn.congdoan.vks.membership.member.Transferred;
import vn.congdoan.vks.membership.member.TransferringMembers;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sync.Giving;

/// Carries out what the receiver of a transfer says, at the node that keeps the member: whether it was said here, or at
/// the receiver's own node, to which the member is given then.
@ApplicationScoped
class AcceptingTransfers {

    private final LoggingTransfers log;
    private final TransferringMembers members;
    private final Giving giving;
    private final Clock clock;

    AcceptingTransfers(LoggingTransfers log, TransferringMembers members, Giving giving, Clock clock) {
        this.log = log;
        this.members = members;
        this.giving = giving;
        this.clock = clock;
    }

    /// What the receiver says.
    record Accepted(
            Unit unit,
            LocalDate since,
            @Nullable Decision decision,
            @Nullable String memberNumber,
            @Nullable String cardNumber) {}

    /// @param member held by the caller
    void accept(TransferringMembers.Held member, Transfer transfer, Accepted said) {
        transfer.accept(said.unit().id(), said.since(), said.decision(), clock.instant());
        member.requireActive();
        if (said.unit().id().equals(member.unit())) {
            throw new Unprocessable("/unitId", "is-there-already");
        }
        UnitId union = said.unit().unionOn(LocalDate.now(clock));
        Optional<String> node = giving.elsewhere(union);
        node.ifPresent(_ -> giving.to(union));
        log.happened(transfer, "accept", "accepted", said.unit().id(), List.of("status", "unitId", "effectiveDate"));
        members.transfer(
                transfer.memberId(),
                new Transferred(
                        transfer.id().value(),
                        said.since(),
                        said.unit().id(),
                        union,
                        transfer.basis(),
                        said.memberNumber(),
                        said.cardNumber()));
        node.ifPresent(there -> members.giveAlong(new MemberLetters.Way(
                transfer.id().value(), transfer.memberId(), transfer.fromUnionId(), union, there)));
    }

    void refuse(Transfer transfer, String reason) {
        transfer.refuse(reason, clock.instant());
        log.happened(transfer, "refuse", "refused", transfer.targetUnitId(), List.of("status"));
    }

    /// It was accepted elsewhere, and something stands against it here.
    void abandon(Transfer transfer, String obstacle) {
        transfer.abandon(obstacle, clock.instant());
        log.happened(transfer, "withdraw", "withdrawn", transfer.fromUnitId(), List.of("status", "obstacle"));
    }
}
