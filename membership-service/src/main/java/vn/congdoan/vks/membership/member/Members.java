package vn.congdoan.vks.membership.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unavailable;
import vn.congdoan.vks.platform.sql.Sql;

/// All members' records, also of those who have left.
@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, MemberId> {

    /// Given to a union here, while what stays at home has not come yet.
    private static final String ON_THE_WAY = """
            select from member
            where member_id = ? and erased_at is null and written_here(owner_union_id)
            and not exists (select from person_key where person_key.member_id = member.member_id)
            """;

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
        return findToChange(id).orElseThrow(NotFound::new);
    }

    /// 503 as long as what stays at home of a member who was given to a union here is still on its way.
    Optional<Member> findToChange(MemberId id) {
        Optional<Member> found = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        if (sql.one(ON_THE_WAY, row -> true, id.value()).isPresent()) {
            throw new Unavailable("member-on-the-way");
        }
        return found;
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
