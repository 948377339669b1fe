package vn.congdoan.vks.membership.member;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.sql.Sql;

/// Destroys a person's data on request (law 91/2025/QH15): the key first of all, so that whatever was sealed with it is
/// noise from then on, in this database and in every backup of it that comes after. What remains of the record counts
/// and says nothing of who it was; decisions, steps and days stay.
@ApplicationScoped
class ErasingPersons {

    private static final List<String> FIELDS = List.of(
            "fullName",
            "birth",
            "nativePlace",
            "position",
            "politicalTheory",
            "memberNumber",
            "cardNumber",
            "citizenId",
            "address",
            "phone",
            "email",
            "religion",
            "ethnicity");

    private final MergedRecords merged;
    private final EntityManager entities;
    private final Sql sql;
    private final List<AboutPerson> others;
    private final RequestingChanges requesting;
    private final MemberRevisions revisions;
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final Clock clock;

    ErasingPersons(
            MergedRecords merged,
            EntityManager entities,
            Sql sql,
            @All List<AboutPerson> others,
            RequestingChanges requesting,
            MemberRevisions revisions,
            LoggingMembers log,
            AuditTrail trail,
            Clock clock) {
        this.merged = merged;
        this.entities = entities;
        this.sql = sql;
        this.others = others;
        this.requesting = requesting;
        this.revisions = revisions;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// Also from the records that the member's has taken in.
    void erase(Member member, Decision decision) {
        eraseRecord(member, decision);
        merged.of(List.of(member.id())).forEach(each -> eraseRecord(each, decision));
    }

    private void eraseRecord(Member member, Decision decision) {
        member.erase(clock.instant());
        PersonKey key = entities.find(PersonKey.class, member.id());
        if (key != null) {
            entities.remove(key);
        }
        entities.flush();
        others.forEach(each -> each.erase(member.id()));
        LocalDate today = LocalDate.now(clock);
        List<FieldChange> gone = FIELDS.stream().map(FieldChange::withheld).toList();
        revisions.keep(member, new MemberRevision(MemberRevision.Kind.ERASED, today, decision, null, gone, List.of()));
        requesting.withdrawAll(member);
        log.erased(member, today);
        sql.list(
                "select erase_from_log(?, ?)",
                _ -> true,
                member.id().value(),
                member.profile().fullName());
        trail.changed("erase", "member", member.id().value(), member.unitId(), FIELDS);
    }
}
