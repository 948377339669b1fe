package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.membership.account.AccountLinked;
import vn.congdoan.vks.membership.member.MemberPlaces;
import vn.congdoan.vks.membership.member.PlacementsChanged;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Lets seats follow what happens to those who hold them: a seat ends on the first day on which its holder is no
/// longer a member in the unit or below it, and gives its role to the account that is linked now.
@ApplicationScoped
class SeatsOfMembers {

    private final Committees committees;
    private final MemberPlaces members;
    private final SeatedMembers places;
    private final Mandates mandates;
    private final LoggingCommittees log;
    private final Caller caller;
    private final Clock clock;

    SeatsOfMembers(
            Committees committees,
            MemberPlaces members,
            SeatedMembers places,
            Mandates mandates,
            LoggingCommittees log,
            Caller caller,
            Clock clock) {
        this.caller = caller;
        this.committees = committees;
        this.members = members;
        this.places = places;
        this.mandates = mandates;
        this.log = log;
        this.clock = clock;
    }

    void placementsChanged(@Observes PlacementsChanged changed) {
        settle(List.of(changed.member()));
    }

    /// Whoever links an account to somebody whose seat gives a role gives that role: so it takes the right to.
    void accountLinked(@Observes AccountLinked linked) {
        LocalDate today = LocalDate.now(clock);
        MemberId member = linked.member();
        for (Committee committee : committees.seating(List.of(member), today)) {
            List<Seat> held = committee.seats().stream()
                    .filter(seat -> seat.memberId().equals(member))
                    .toList();
            if (committee.isRecognized() && held.stream().anyMatch(seat -> seat.givesRoleAfter(today))) {
                caller.act(Permission.GRANT_ASSIGNMENTS, committee.unitId());
            }
            mandates.follow(committee, held);
        }
    }

    /// One record of a person takes over the seats of another. A seat whose role may go to another account by that
    /// takes
    /// the right to grant roles.
    void passOn(MemberId duplicate, MemberId surviving) {
        LocalDate today = LocalDate.now(clock);
        for (Committee committee : committees.everSeating(duplicate, surviving, members.requireUnion(surviving))) {
            List<Seat> passedOn = committee.passSeatsOn(duplicate, surviving, clock.instant());
            if (committee.isRecognized() && passedOn.stream().anyMatch(seat -> seat.givesRoleAfter(today))) {
                caller.act(Permission.GRANT_ASSIGNMENTS, committee.unitId());
            }
            log.done(committee, "merge", "reseated", today, List.of("seats"));
            mandates.follow(committee, passedOn);
        }
    }

    /// Ends the seats that these members may no longer hold, be it since a past day.
    void settle(Collection<MemberId> members) {
        for (Committee committee : committees.seating(members, BusinessTime.EARLIEST)) {
            List<Seat> held = committee.seats().stream()
                    .filter(seat -> members.contains(seat.memberId()) && !seat.isEmpty())
                    .toList();
            Map<Integer, LocalDate> ends = places.firstDaysOutside(committee.unitId(), held);
            if (ends.isEmpty()) {
                continue;
            }
            ends.forEach((seat, day) -> committee.vacateWithMembership(held.get(seat), day, clock.instant()));
            LocalDate first = ends.values().stream().min(LocalDate::compareTo).orElseThrow();
            log.changed(committee, "vacated", first);
            mandates.follow(committee);
        }
    }
}
