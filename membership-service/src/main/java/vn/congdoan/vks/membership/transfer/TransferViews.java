package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.congdoan.vks.membership.member.TransferringMembers;
import vn.congdoan.vks.membership.unit.UnitList;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.NotFound;

/// Shows transfers to whoever reads members at one of their ends.
@ApplicationScoped
class TransferViews {

    private final TransferringMembers members;
    private final UnitList units;
    private final Caller caller;
    private final Clock clock;

    TransferViews(TransferringMembers members, UnitList units, Caller caller, Clock clock) {
        this.members = members;
        this.units = units;
        this.caller = caller;
        this.clock = clock;
    }

    /// How the members and units of some transfers are called today.
    record Names(Map<MemberId, TransferringMembers.Person> members, Map<UnitId, UnitRef> units) {

        TransferView.TransferredMember member(MemberId id) {
            TransferringMembers.Person person = Objects.requireNonNull(members.get(id));
            return new TransferView.TransferredMember(id, person.fullName(), person.birthYear(), person.gender());
        }

        UnitRef unit(UnitId id) {
            return Objects.requireNonNull(units.get(id));
        }
    }

    /// 404 unless the caller may see the transfer.
    void requireVisible(Transfer transfer) {
        if (caller.reach(Permission.READ_MEMBERS, transfer.fromUnitId()) == Reach.NONE
                && caller.reach(Permission.READ_MEMBERS, transfer.targetUnitId()) == Reach.NONE) {
            throw new NotFound();
        }
    }

    TransferView of(Transfer transfer) {
        return of(List.of(transfer)).getFirst();
    }

    List<TransferView> of(List<Transfer> transfers) {
        Set<MemberId> named = new HashSet<>();
        Set<UnitId> places = new HashSet<>();
        for (Transfer each : transfers) {
            named.add(each.memberId());
            places.add(each.fromUnitId());
            places.add(each.fromUnionId());
            places.add(each.targetUnitId());
            places.add(each.targetUnionId());
            if (each.unitId() != null) {
                places.add(each.unitId());
            }
        }
        Names names = new Names(members.people(named), units.refs(places, LocalDate.now(clock)));
        return transfers.stream().map(each -> each.view(names)).toList();
    }

    static EntityTag tag(Transfer transfer) {
        return ETags.of(transfer.version(), "transfer");
    }
}
