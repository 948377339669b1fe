package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Puts what happened to members into the change log.
@ApplicationScoped
class LoggingMembers {

    private static final String UNIONS = """
            select distinct told.union_id from membership_step
            cross join unnest(array[union_id, from_union_id]) told (union_id)
            where member_id = ? and told.union_id is not null
            """;

    private final ChangeLog log;
    private final Directory directory;
    private final EntityManager entities;
    private final Sql sql;

    LoggingMembers(ChangeLog log, Directory directory, EntityManager entities, Sql sql) {
        this.log = log;
        this.directory = directory;
        this.entities = entities;
        this.sql = sql;
    }

    /// What happened to a member.
    record Happening(Member member, MembershipStep step) {}

    void changed(Happening happening) {
        changed(List.of(happening));
    }

    void changed(List<Happening> happenings) {
        // A member's new version is known once it is written.
        entities.flush();
        Map<UnitId, Audience> audiences = new HashMap<>();
        log.append(happenings.stream()
                .map(each -> change(
                        each.member(), each.step().happened(), each.step().effectiveDate(), audience(each, audiences)))
                .toList());
    }

    void revised(Member member) {
        changed(member, "revised", LocalDate.ofInstant(member.changedAt(), BusinessTime.ZONE));
    }

    void corrected(Member member, LocalDate effectiveDate) {
        changed(member, "corrected", effectiveDate);
    }

    /// Told of both: of the record that took in, and of the one that was taken in.
    void merged(Member member, LocalDate effectiveDate) {
        changed(member, "merged", effectiveDate);
    }

    /// A merged record has gone along with the one that took it in.
    void followed(Member merged, UnitId leftUnion, LocalDate day) {
        entities.flush();
        Map<UnitId, Audience> known = new HashMap<>();
        Audience told = audience(merged.ownerUnionId(), known).and(audience(leftUnion, known));
        log.append(change(merged, "moved", day, told));
    }

    /// It takes the place of everything that others were told before: every union is told in which the member ever was.
    void erased(Member member, LocalDate day) {
        entities.flush();
        Map<UnitId, Audience> known = new HashMap<>();
        Audience told = sql
                .list(
                        UNIONS,
                        row -> new UnitId(row.getObject(1, UUID.class)),
                        member.id().value())
                .stream()
                .map(union -> audience(union, known))
                .reduce(audience(member.ownerUnionId(), known), Audience::and);
        log.append(change(member, "erased", day, told));
    }

    private void changed(Member member, String happened, LocalDate day) {
        entities.flush();
        log.append(change(member, happened, day, audience(member.ownerUnionId(), new HashMap<>())));
    }

    private static Change change(Member member, String happened, LocalDate day, Audience audience) {
        return Change.of(
                MemberState.TYPE,
                member.id().value(),
                member.version(),
                happened,
                day,
                member.ownerUnionId(),
                audience,
                MemberState.of(member));
    }

    /// A union that a member has left is told of that, and of nothing after it.
    private Audience audience(Happening happening, Map<UnitId, Audience> known) {
        Audience now = audience(happening.member().ownerUnionId(), known);
        UnitId left = happening.step().fromUnionId();
        return left == null ? now : now.and(audience(left, known));
    }

    private Audience audience(UnitId union, Map<UnitId, Audience> known) {
        return known.computeIfAbsent(
                union, each -> Audience.ofUnionAt(directory.place(each).orElseThrow()));
    }
}
