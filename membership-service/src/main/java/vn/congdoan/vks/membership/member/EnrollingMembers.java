package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.audit.AuditTrail;

/// Enrols people who are members already, many at once. Each row succeeds or is rejected by itself; a row that was
/// enrolled before from equal data is left as it is, so the whole request can be repeated.
@ApplicationScoped
class EnrollingMembers {

    private final EnrolmentCheck check;
    private final Units units;
    private final PersonVault vault;
    private final EntityManager entities;
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final Clock clock;

    EnrollingMembers(
            EnrolmentCheck check,
            Units units,
            PersonVault vault,
            EntityManager entities,
            LoggingMembers log,
            AuditTrail trail,
            Clock clock) {
        this.check = check;
        this.units = units;
        this.vault = vault;
        this.entities = entities;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    List<EnrolmentRow> enrol(List<JsonNode> items) {
        units.standStill();
        List<EnrolmentRow> rows = check.check(items);
        enrol(
                rows.stream()
                        .filter(EnrolmentRow::isToCreate)
                        .sorted(Comparator.comparing(row -> row.requireId().value()))
                        .toList(),
                clock.instant());
        return rows;
    }

    /// Written kind by kind, so that the database gets each kind in batches, and in the order of their ids, so that two
    /// that meet nevertheless do not wait for each other.
    private void enrol(List<EnrolmentRow> rows, Instant now) {
        List<PersonKey> keys = new ArrayList<>();
        List<LoggingMembers.Happening> happenings = new ArrayList<>();
        for (EnrolmentRow row : rows) {
            MemberForm form = row.form();
            MemberId id = Objects.requireNonNull(form.id());
            PersonKey key = vault.newKey(id);
            SealedPart part = vault.sealed(id, key, form.sensitive());
            Member member = new Member(id, row.union(), form, part, row.createdAs(), now);
            keys.add(key);
            MembershipStep step = member.enrol(row.placedSince(), form.decision(), form.source(), now);
            happenings.add(new LoggingMembers.Happening(member, step));
            entities.persist(member);
        }
        entities.flush();
        keys.forEach(entities::persist);
        entities.flush();
        happenings.forEach(each -> entities.persist(each.step()));
        log.changed(happenings);
        List<AuditTrail.Subject> enrolled = rows.stream()
                .map(row -> new AuditTrail.Subject(
                        row.requireId().value(), row.form().unitId()))
                .toList();
        trail.changed("enrol", "member", enrolled, List.of("status"));
        entities.flush();
    }
}
