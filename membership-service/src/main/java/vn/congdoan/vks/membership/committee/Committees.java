package vn.congdoan.vks.membership.committee;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Stale;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;

/// All committees, of all terms.
@ApplicationScoped
class Committees implements PanacheRepositoryBase<Committee, CommitteeId> {

    private static final String SEATS = "seats";

    private final Units units;
    private final Sql sql;
    private final Turns turns;

    Committees(Units units, Sql sql, Turns turns) {
        this.units = units;
        this.sql = sql;
        this.turns = turns;
    }

    Committee require(CommitteeId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those that there are, with their seats.
    List<Committee> whole(Collection<UUID> ids) {
        return list("from Committee committee left join fetch committee.seats where committee.id.value in ?1", ids);
    }

    Committee requireToChange(CommitteeId id) {
        return requireToChange(id, List.of());
    }

    /// For a change: whoever changes the same committee waits, and whoever ends a membership of those who sit in it, or
    /// links an account to one of them, goes before or sees what was done. Units stay as they are until then.
    ///
    /// @param coming members who may come to sit in it by the change
    Committee requireToChange(CommitteeId id, Collection<MemberId> coming) {
        units.standStill();
        Set<MemberId> members = new HashSet<>(coming);
        members.addAll(sql.list(
                "select member_id from seat where committee_id = ?",
                row -> new MemberId(row.getObject(1, UUID.class)),
                id.value()));
        holdMembers(members);
        turns.toChange(SEATS, members);
        Committee committee =
                findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
        if (!committee.seats().stream().map(Seat::memberId).allMatch(members::contains)) {
            throw new Stale();
        }
        return committee;
    }

    /// A step of a membership holds the member's row before it takes the turn; so does whoever seats the member.
    private void holdMembers(Set<MemberId> members) {
        UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        sql.list(
                "select member_id from member where member_id = any (?) order by member_id for key share",
                row -> true,
                (Object) ids);
    }

    /// The recognised committees in which members hold seats that reach beyond a day, each to be changed.
    List<Committee> seating(Collection<MemberId> members, LocalDate day) {
        turns.toChange(SEATS, members);
        UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return toChange(sql.list("""
                select distinct committee_id from seat
                where member_id = any (?) and recognized and valid_to > ? and not isempty(valid) order by committee_id
                """, row -> new CommitteeId(row.getObject(1, UUID.class)), ids, day));
    }

    /// All of a union, but for cancelled drafts, in which one of two records of a person ever had a seat, each to be
    /// changed; the other may come to have it.
    List<Committee> everSeating(MemberId seated, MemberId other, UnitId union) {
        turns.toChange(SEATS, List.of(seated, other));
        return toChange(sql.list(
                "select distinct committee_id from seat join committee using (committee_id) where member_id = ?"
                        + " and owner_union_id = ? and status <> 'CANCELLED' order by committee_id",
                row -> new CommitteeId(row.getObject(1, UUID.class)),
                seated.value(),
                union.value()));
    }

    private List<Committee> toChange(List<CommitteeId> ids) {
        return ids.stream()
                .map(each ->
                        findByIdOptional(each, LockModeType.PESSIMISTIC_WRITE).orElseThrow())
                .toList();
    }

    /// Those of some units that are not over on a day, in the order of their ids, each to be changed.
    List<Committee> lasting(Collection<UnitId> of, LocalDate day) {
        return find(
                        "unitId in ?1 and status <> ?2 and coalesce(endedOn, validTo) > ?3 order by id.value",
                        of,
                        CommitteeStatus.CANCELLED,
                        day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
