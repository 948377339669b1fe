package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;

/// Members as far as a transfer needs them: who they are, where they are, and how they come to be elsewhere.
@ApplicationScoped
public class TransferringMembers {

    private final Members members;
    private final Units units;
    private final TakenNumbers numbers;
    private final MembershipSteps steps;
    private final EntityManager entities;
    private final Turns turns;
    private final Sql sql;
    private final Clock clock;

    TransferringMembers(
            Members members,
            Units units,
            TakenNumbers numbers,
            MembershipSteps steps,
            EntityManager entities,
            Turns turns,
            Sql sql,
            Clock clock) {
        this.members = members;
        this.units = units;
        this.numbers = numbers;
        this.steps = steps;
        this.entities = entities;
        this.turns = turns;
        this.sql = sql;
        this.clock = clock;
    }

    /// Where a member is.
    public record Held(UnitId unit, UnitId union, MemberStatus status) {

        public void requireActive() {
            if (status != MemberStatus.ACTIVE) {
                throw new Conflict("wrong-status", Map.of("status", status, "required", MemberStatus.ACTIVE));
            }
        }
    }

    /// Who a member is: all that both ends of a transfer are told.
    public record Person(MemberId id, String fullName, int birthYear, Gender gender) {}

    /// From now on and until the transaction ends nobody else changes the member, nor any unit.
    public Optional<Held> hold(MemberId id) {
        units.standStill();
        return members.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(member -> new Held(member.unitId(), member.ownerUnionId(), member.status()));
    }

    public boolean isActive(MemberId id) {
        return members.require(id).status() == MemberStatus.ACTIVE;
    }

    public Map<MemberId, Person> people(Collection<MemberId> ids) {
        UUID[] wanted = ids.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql
                .list(
                        "select member_id, full_name, birth_year, gender from member where member_id = any (?)",
                        row -> new Person(
                                new MemberId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getInt(3),
                                Gender.valueOf(row.getString(4))),
                        (Object) wanted)
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /// For a member who is held. 422 where somebody in the receiving union has one of the member's numbers.
    public void transfer(MemberId id, Transferred to) {
        Member member = members.findByIdOptional(id).orElseThrow(NotFound::new);
        turns.toChange(Member.NUMBERS, to.union());
        Profile there = member.profile().numbered(to.memberNumber(), to.cardNumber());
        List<Violation> taken = numbers.taken(id, to.union(), there, member.citizenIdHash());
        if (!taken.isEmpty()) {
            throw new Unprocessable(taken);
        }
        member.depart(to.day());
        entities.flush();
        steps.record(member, member.settle(to, clock.instant()));
    }
}
