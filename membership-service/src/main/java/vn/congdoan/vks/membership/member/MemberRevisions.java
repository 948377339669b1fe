package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// Keeps what was changed in members' records, from what to what: appended in the transaction of the change.
@ApplicationScoped
class MemberRevisions {

    private static final String APPEND = """
            insert into member_revision (member_revision_id, member_id, kind, issuer, subject, assignment_id, recorded_at,
                effective_date, unit_id, decision_number, decision_date, decision_signer, changed, counted, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private final Sql sql;
    private final PersonVault vault;
    private final Recorder recorder;
    private final ObjectMapper json;
    private final Clock clock;

    MemberRevisions(Sql sql, PersonVault vault, Recorder recorder, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.recorder = recorder;
        this.json = json;
        this.clock = clock;
    }

    void keep(Member member, MemberRevision revision) {
        UUID id = Ids.next();
        MemberRevision.Personal personal = revision.sealedPart();
        boolean nothingPersonal =
                personal.reason() == null && personal.changes().isEmpty();
        byte[] sealed = nothingPersonal ? null : vault.seal(member.id(), box(id), personal);
        append(id, member, revision, sealed);
    }

    /// What the box of a revision's personal part is called.
    static String box(UUID revision) {
        return "revision " + revision;
    }

    private void append(UUID id, Member member, MemberRevision revision, byte @Nullable [] sealed) {
        RecordedBy by = recorder.now().orElse(null);
        Decision decision = revision.decision();
        MemberId memberId = member.id();
        sql.change(
                APPEND,
                id,
                memberId.value(),
                revision.kind().name(),
                by == null ? null : by.issuer(),
                by == null ? null : by.subject(),
                by == null ? null : by.assignmentId(),
                clock.instant().atOffset(ZoneOffset.UTC),
                revision.effectiveDate(),
                member.unitId().value(),
                decision == null ? null : decision.number(),
                decision == null ? null : decision.date(),
                decision == null ? null : decision.signer(),
                revision.fields().toArray(String[]::new),
                json(revision),
                sealed);
    }

    private String json(MemberRevision revision) {
        try {
            return json.writeValueAsString(revision.counted());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
