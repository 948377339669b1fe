package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;

/// Members as far as a transfer needs them: who they are, where they are, and how they come to be elsewhere.
@ApplicationScoped
public class TransferringMembers {

    private static final String PEOPLE = """
            select member_id, full_name, birth_year, gender from member where member_id = any (?)
            union all
            select * from (
                select distinct on (member_id) member_id, full_name, birth_year, gender from introduced_member
                where member_id = any (?) order by member_id, transfer_id desc) introduced
            where not exists (select from member where member.member_id = introduced.member_id)
            """;

    private final Members members;
    private final Units units;
    private final TakenNumbers numbers;
    private final MembershipSteps steps;
    private final EntityManager entities;
    private final Turns turns;
    private final ChangeRequests requests;
    private final MemberLetters letters;
    private final Directory directory;
    private final ChangeLog log;
    private final Sql sql;
    private final Clock clock;

    TransferringMembers(
            Members members,
            Units units,
            TakenNumbers numbers,
            MembershipSteps steps,
            EntityManager entities,
            Turns turns,
            ChangeRequests requests,
            MemberLetters letters,
            Directory directory,
            ChangeLog log,
            Sql sql,
            Clock clock) {
        this.members = members;
        this.units = units;
        this.numbers = numbers;
        this.steps = steps;
        this.entities = entities;
        this.turns = turns;
        this.requests = requests;
        this.letters = letters;
        this.directory = directory;
        this.log = log;
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
        return members.findToChange(id)
                .map(member -> new Held(member.unitId(), member.ownerUnionId(), member.status()));
    }

    public boolean isActive(MemberId id) {
        return members.require(id).status() == MemberStatus.ACTIVE;
    }

    /// Also those who are here only because they were introduced.
    public Map<MemberId, Person> people(Collection<MemberId> ids) {
        UUID[] wanted = ids.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql
                .list(
                        PEOPLE,
                        row -> new Person(
                                new MemberId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getInt(3),
                                Gender.valueOf(row.getString(4))),
                        wanted,
                        wanted)
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /// 422 where somebody in a union has one of these numbers.
    public void requireFree(MemberId id, UnitId union, @Nullable String memberNumber, @Nullable String cardNumber) {
        turns.toChange(Member.NUMBERS, union);
        List<Violation> taken = numbers.taken(id, union, memberNumber, cardNumber);
        if (!taken.isEmpty()) {
            throw new Unprocessable(taken);
        }
    }

    /// What stays at home of a member who was just given to a union that another node writes for goes along.
    public void giveAlong(MemberLetters.Way way) {
        giveRequests(List.of(way));
        letters.sendRecord(way);
    }

    /// The same for many: what stays at home of them follows soon.
    void giveAlong(Collection<MemberLetters.Way> ways) {
        giveRequests(ways);
        letters.owe(ways);
    }

    private void giveRequests(Collection<MemberLetters.Way> ways) {
        Map<UUID, MemberLetters.Way> whose =
                ways.stream().collect(Collectors.toMap(way -> way.member().value(), Function.identity()));
        Map<UUID, UUID> records = members.recordsOf(whose.keySet());
        Map<ChangeRequest, MemberLetters.Way> moved = new LinkedHashMap<>();
        for (ChangeRequest each : requests.list("memberId.value in ?1 order by id.value", records.keySet())) {
            MemberLetters.Way way =
                    Objects.requireNonNull(whose.get(records.get(each.memberId().value())));
            if (!each.published().ownerUnionId().equals(way.to())) {
                each.goTo(way.to());
                moved.put(each, way);
            }
        }
        requests.flush();
        log.append(moved.entrySet().stream()
                .map(each -> each.getKey().change("moved", bothEnds(each.getValue())))
                .toList());
    }

    private Audience bothEnds(MemberLetters.Way way) {
        return Audience.ofUnionAlone(directory.place(way.to()).orElseThrow())
                .and(Audience.ofUnionAlone(directory.place(way.from()).orElseThrow()));
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
