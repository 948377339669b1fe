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
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.Gender;
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
    private final TransferAnswers answers;
    private final UnitList units;
    private final Caller caller;
    private final Clock clock;

    TransferViews(TransferringMembers members, TransferAnswers answers, UnitList units, Caller caller, Clock clock) {
        this.members = members;
        this.answers = answers;
        this.units = units;
        this.caller = caller;
        this.clock = clock;
    }

    /// How the members and units of some transfers are called today.
    record Names(Map<MemberId, TransferringMembers.Person> members, Map<UnitId, UnitRef> units) {

        /// Of somebody whom another node has not introduced yet nothing is known but that there is one.
        TransferView.TransferredMember member(MemberId id) {
            TransferringMembers.Person person = members.get(id);
            if (person == null) {
                return new TransferView.TransferredMember(id, "—", 1900, Gender.FEMALE);
            }
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
        Map<TransferId, TransferAnswers.Kept> said =
                answers.of(transfers.stream().map(Transfer::id).toList());
        said.values().stream()
                .map(each -> each.state().unitId())
                .filter(Objects::nonNull)
                .forEach(places::add);
        Names names = new Names(members.people(named), units.refs(places, LocalDate.now(clock)));
        return transfers.stream()
                .map(each -> each.view(names, answer(said.get(each.id()), names)))
                .toList();
    }

    private static TransferView.@Nullable Answer answer(TransferAnswers.@Nullable Kept said, Names names) {
        if (said == null) {
            return null;
        }
        TransferAnswerState state = said.state();
        UnitId unit = state.unitId();
        return new TransferView.Answer(
                state.decision(),
                unit == null ? null : names.unit(unit),
                state.effectiveDate(),
                state.recordedAt(),
                state.takenAt());
    }

    static EntityTag tag(Transfer transfer) {
        return ETags.of(transfer.version(), "transfer");
    }
}
