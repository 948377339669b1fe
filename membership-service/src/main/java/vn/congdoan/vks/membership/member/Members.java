package vn.congdoan.vks.membership.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All members' records, also of those who have left.
@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, MemberId> {

    private final Units units;
    private final Sql sql;

    Members(Units units, Sql sql) {
        this.units = units;
        this.sql = sql;
    }

    Member require(MemberId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those that there are.
    Map<MemberId, Member> byId(Collection<MemberId> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /// Those that there are, with their placements.
    List<Member> whole(Collection<UUID> ids) {
        return list("from Member member left join fetch member.placements where member.id.value in ?1", ids);
    }

    /// For a change: whoever changes the same member waits, and then sees that it has another version. Its unit stays
    /// as it is until then.
    Member requireToChange(MemberId id) {
        units.standStill();
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /// Two of them, one after the other in the order of their ids, so that whoever changes both waits for neither.
    void holdBoth(MemberId one, MemberId other) {
        Stream.of(one, other).sorted(Comparator.comparing(MemberId::value)).forEach(this::requireToChange);
    }

    /// The records of some people: theirs, and those that theirs have taken in.
    ///
    /// @return whose each record is
    Map<UUID, UUID> recordsOf(Collection<UUID> people) {
        Map<UUID, UUID> records = new HashMap<>();
        UUID[] ids = people.toArray(UUID[]::new);
        sql.list("""
                select member_id, case when member_id = any (?) then member_id else merged_into end
                from member where member_id = any (?) or merged_into = any (?)
                """, row -> records.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), ids, ids, ids);
        return records;
    }

    /// The record and those of the same person that it has taken in.
    List<MemberId> ofPerson(MemberId id) {
        return sql.list(
                "select member_id from member where member_id = ? or merged_into = ? order by merged_into is not null",
                row -> new MemberId(row.getObject(1, UUID.class)),
                id.value(),
                id.value());
    }
}
