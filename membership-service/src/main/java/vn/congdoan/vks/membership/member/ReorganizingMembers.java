package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Giving;

/// Carries the members of reorganized units over: each by a recorded step, with the placement that follows.
@ApplicationScoped
public class ReorganizingMembers {

    private static final int AT_ONCE = 500;

    private static final List<String> PLACE = List.of("unitId", "status");

    /// Whoever is, will be or was placed in a unit on or after the day, and those who have applied there.
    private static final String CONCERNED = """
            select member_id from placement where unit_id = any (?) and (valid_to is null or valid_to > ?)
            union
            select member_id from member where unit_id = any (?) and status = 'APPLIED'
            order by member_id
            """;

    private static final String UNIONS_IN = """
            select placement.unit_id, owner_union_id from placement join member using (member_id)
            where placement.unit_id = any (?) and (valid_to is null or valid_to > ?)
            union
            select unit_id, owner_union_id from member where unit_id = any (?) and status = 'APPLIED'
            """;

    private static final String COUNTED = """
            select count(*) filter (where status <> 'APPLIED'), count(*) filter (where status = 'APPLIED')
            from member where member_id in (%s)
            """.formatted(CONCERNED);

    /// Numbers that another applicant or member has who is in the receiving union, or comes to it as well.
    private static final String TAKEN = """
            with concerned as materialized (%s),
            claiming as materialized (
                select member_id, owner_union_id, status in ('APPLIED', 'ACTIVE') as keeping, member_number,
                    card_number, citizen_id_hash
                from member
                where (status in ('APPLIED', 'ACTIVE') or end_reason = 'DECEASED')
                and (owner_union_id = ? or member_id in (select member_id from concerned))),
            coming as materialized (
                select * from claiming
                where keeping and owner_union_id <> ? and member_id in (select member_id from concerned))
            select count(*) from (
                select coming.member_id from coming join claiming other using (member_number)
                where other.keeping and other.member_id <> coming.member_id
                union
                select coming.member_id from coming join claiming other using (card_number)
                where other.keeping and other.member_id <> coming.member_id
                union
                select coming.member_id from coming join claiming other using (citizen_id_hash)
                where other.member_id <> coming.member_id) taken
            """.formatted(CONCERNED);

    /// Those who were given to a union here, while what stays at home of them is still on its way.
    private static final String ON_THE_WAY = """
            select count(*) from member
            where member_id in (%s) and erased_at is null
            and not exists (select from person_key where person_key.member_id = member.member_id)
            and written_here(owner_union_id)
            """.formatted(CONCERNED);

    private static final String STRANGERS = """
            select count(*) from unnest(?) as named (member_id) where named.member_id not in (%s)
            """.formatted(CONCERNED.replace("order by member_id", ""));

    /// Placements in a unit that could not end with it, because they begin or have ended later.
    private static final String LATER = """
            select count(*) from placement
            where unit_id = any (?) and (valid_from > ? or valid_to > ?)
            """;

    private final EntityManager entities;
    private final Sql sql;
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final MergedRecords merged;
    private final TransferringMembers transferring;
    private final Giving giving;
    private final Event<MembersReorganized> placed;
    private final Clock clock;

    ReorganizingMembers(
            EntityManager entities,
            Sql sql,
            LoggingMembers log,
            AuditTrail trail,
            MergedRecords merged,
            TransferringMembers transferring,
            Giving giving,
            Event<MembersReorganized> placed,
            Clock clock) {
        this.merged = merged;
        this.transferring = transferring;
        this.giving = giving;
        this.placed = placed;
        this.entities = entities;
        this.sql = sql;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// How many records change.
    ///
    /// @param members of members and former members
    /// @param applicants of those who have applied
    public record Concerned(long members, long applicants) {}

    public Concerned concerned(Collection<UnitId> units, LocalDate day) {
        UUID[] ids = ids(units);
        return sql.one(COUNTED, row -> new Concerned(row.getLong(1), row.getLong(2)), ids, day, ids)
                .orElseThrow();
    }

    /// How many of those who come to a union have a number that somebody there has already.
    public long takenNumbers(Collection<UnitId> units, LocalDate day, UnitId union) {
        UUID[] ids = ids(units);
        return sql.one(TAKEN, row -> row.getLong(1), ids, day, ids, union.value(), union.value())
                .orElseThrow();
    }

    /// How many of them cannot go on yet, because they have not wholly arrived themselves.
    public long onTheWay(Collection<UnitId> units, LocalDate day) {
        UUID[] ids = ids(units);
        return sql.one(ON_THE_WAY, row -> row.getLong(1), ids, day, ids).orElseThrow();
    }

    /// Which of some members were taken in by which other records of the same person.
    public Map<MemberId, MemberId> mergedInto(Collection<MemberId> members) {
        Map<MemberId, MemberId> merged = new HashMap<>();
        if (!members.isEmpty()) {
            UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
            sql.list(
                    "select member_id, merged_into from member where member_id = any (?) and merged_into is not null",
                    row -> merged.put(
                            new MemberId(row.getObject(1, UUID.class)), new MemberId(row.getObject(2, UUID.class))),
                    (Object) ids);
        }
        return merged;
    }

    /// How many of some members are in none of the units on or after the day.
    public long notIn(Collection<UnitId> units, Collection<MemberId> members, LocalDate day) {
        UUID[] ids = ids(units);
        UUID[] wanted = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.one(STRANGERS, row -> row.getLong(1), wanted, ids, day, ids).orElseThrow();
    }

    /// How many placements keep units from being dissolved on a day.
    public long laterPlacements(Collection<UnitId> units, LocalDate day) {
        return sql.one(LATER, row -> row.getLong(1), ids(units), day, day).orElseThrow();
    }

    /// The unions of those who are or will be in some units on or after a day, and of those who have applied there.
    public Map<UnitId, Set<UnitId>> unionsIn(Collection<UnitId> units, LocalDate day) {
        Map<UnitId, Set<UnitId>> unions = new HashMap<>();
        UUID[] ids = ids(units);
        sql.list(
                UNIONS_IN,
                row -> unions.computeIfAbsent(new UnitId(row.getObject(1, UUID.class)), _ -> new HashSet<>())
                        .add(new UnitId(row.getObject(2, UUID.class))),
                ids,
                day,
                ids);
        return unions;
    }

    /// Once the units have changed: many members, so a part of them at a time is in memory.
    ///
    /// @param writtenHere whether this node writes the members of a union
    public void carry(Reorganized reorganized, Predicate<UnitId> writtenHere) {
        UUID[] units = ids(reorganized.affected());
        List<UUID> members = sql.list(CONCERNED, row -> row.getObject(1, UUID.class), units, reorganized.day(), units);
        for (int from = 0; from < members.size(); from += AT_ONCE) {
            carry(members.subList(from, Math.min(from + AT_ONCE, members.size())), reorganized, writtenHere);
        }
        placed.fire(new MembersReorganized(reorganized.id()));
    }

    private void carry(List<UUID> ids, Reorganized reorganized, Predicate<UnitId> writtenHere) {
        Instant now = clock.instant();
        List<Member> members = entities.createQuery(
                        "from Member m left join fetch m.placements where m.id in :ids order by m.id.value",
                        Member.class)
                .setParameter("ids", ids.stream().map(MemberId::new).toList())
                .getResultList();
        LocalDate day = reorganized.day();
        List<Member> concerned = members.stream()
                .filter(each -> writtenHere.test(each.ownerUnionId()))
                .filter(each -> reorganized.concerns(
                        each.leave(day, from -> reorganized.destination(each.id(), from)), each.unitId()))
                .toList();
        entities.flush();
        List<LoggingMembers.Happening> happenings = new ArrayList<>();
        for (Member each : concerned) {
            MembershipStep step = reorganized.dissolved().contains(each.unitId())
                    ? each.end(EndReason.UNIT_DISSOLVED, day, reorganized.decision(), now)
                    : each.arrive(day, union(each, reorganized), reorganized.decision(), reorganized.id(), now);
            entities.persist(step.by(reorganized.id()));
            happenings.add(new LoggingMembers.Happening(each, step));
        }
        log.changed(happenings);
        merged.follow(concerned, day);
        recordInTrail(happenings);
        List<MemberLetters.Way> ways = ways(happenings, reorganized.id());
        entities.flush();
        entities.clear();
        transferring.giveAlong(ways);
        entities.flush();
        entities.clear();
    }

    /// Who of them goes to another node.
    private List<MemberLetters.Way> ways(List<LoggingMembers.Happening> happenings, UUID reorganization) {
        Map<UnitId, Optional<String>> homes = new HashMap<>();
        List<MemberLetters.Way> ways = new ArrayList<>();
        for (LoggingMembers.Happening each : happenings) {
            UnitId union = each.member().ownerUnionId();
            UnitId left = each.step().fromUnionId();
            homes.computeIfAbsent(union, giving::elsewhere)
                    .ifPresent(node -> ways.add(new MemberLetters.Way(
                            reorganization, each.member().id(), Objects.requireNonNull(left), union, node)));
        }
        return ways;
    }

    private void recordInTrail(List<LoggingMembers.Happening> happenings) {
        happenings.stream()
                .collect(Collectors.groupingBy(
                        each -> each.step().action(),
                        Collectors.mapping(
                                each -> new AuditTrail.Subject(
                                        each.member().id().value(),
                                        each.member().unitId()),
                                Collectors.toList())))
                .forEach((action, subjects) -> trail.changed(action, "member", subjects, PLACE));
    }

    private static UnitId union(Member member, Reorganized reorganized) {
        return reorganized.unions().getOrDefault(member.unitId(), member.ownerUnionId());
    }

    private static UUID[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
