package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// The records that others of the same person have taken in.
@ApplicationScoped
class MergedRecords {

    private static final String OF =
            "from Member member where member.mergedInto in :surviving order by member.id.value";

    private final EntityManager entities;
    private final LoggingMembers log;
    private final Clock clock;

    MergedRecords(EntityManager entities, LoggingMembers log, Clock clock) {
        this.entities = entities;
        this.log = log;
        this.clock = clock;
    }

    /// Those that some records have taken in, for a change.
    List<Member> of(Collection<MemberId> surviving) {
        return entities.createQuery(OF, Member.class)
                .setParameter("surviving", surviving)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /// They stand where those stand that took them in, as soon as these have gone elsewhere.
    void follow(Collection<Member> surviving, LocalDate day) {
        Map<MemberId, Member> byId = surviving.stream().collect(Collectors.toMap(Member::id, Function.identity()));
        for (Member merged : of(byId.keySet())) {
            UnitId left = merged.ownerUnionId();
            Member to = Objects.requireNonNull(byId.get(Objects.requireNonNull(merged.mergedInto())));
            if (merged.follow(to, clock.instant())) {
                log.followed(merged, left, day);
            }
        }
    }
}
