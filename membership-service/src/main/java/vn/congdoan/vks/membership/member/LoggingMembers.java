package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;

/// Puts what happened to members into the change log.
@ApplicationScoped
class LoggingMembers {

    private final ChangeLog log;
    private final Directory directory;
    private final EntityManager entities;

    LoggingMembers(ChangeLog log, Directory directory, EntityManager entities) {
        this.log = log;
        this.directory = directory;
        this.entities = entities;
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
                .map(each -> each.member().change(each.step(), audience(each.member(), audiences)))
                .toList());
    }

    void revised(Member member) {
        entities.flush();
        log.append(member.revision(audience(member, new HashMap<>())));
    }

    void corrected(Member member, LocalDate effectiveDate) {
        entities.flush();
        log.append(member.correction(effectiveDate, audience(member, new HashMap<>())));
    }

    void erased(Member member, LocalDate day) {
        entities.flush();
        log.append(member.erasure(day, audience(member, new HashMap<>())));
    }

    private Audience audience(Member member, Map<UnitId, Audience> known) {
        return known.computeIfAbsent(
                member.ownerUnionId(),
                union -> Audience.ofUnionAt(directory.place(union).orElseThrow()));
    }
}
