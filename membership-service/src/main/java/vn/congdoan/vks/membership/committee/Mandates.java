package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.membership.account.LinkedAccounts;
import vn.congdoan.vks.membership.assignment.ElectedAssignments;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;

/// Gives the accounts of those who sit in recognised committees the roles of their positions, for the days of the
/// seats and for as long as the account is theirs.
@ApplicationScoped
class Mandates {

    private final LinkedAccounts accounts;
    private final ElectedAssignments assignments;

    Mandates(LinkedAccounts accounts, ElectedAssignments assignments) {
        this.accounts = accounts;
        this.assignments = assignments;
    }

    /// After the committee was written.
    void follow(Committee committee) {
        follow(committee, committee.seats());
    }

    /// The same for some of its seats.
    void follow(Committee committee, List<Seat> seats) {
        if (!committee.isRecognized()) {
            return;
        }
        Map<MemberId, Principal> holders =
                accounts.of(seats.stream().map(Seat::memberId).toList());
        // Those that end give way to those that begin.
        assignments.follow(seats.stream()
                .flatMap(seat -> seat.position().role().stream()
                        .map(role -> new ElectedAssignments.Mandate(
                                seat.id().value(),
                                role,
                                committee.unitId(),
                                seat.validFrom(),
                                seat.validTo(),
                                holders.get(seat.memberId()))))
                .toList());
    }

    /// Whether the account is that of somebody who sits there.
    boolean isAmong(Principal account, List<MemberId> members) {
        return accounts.of(members).containsValue(account);
    }
}
