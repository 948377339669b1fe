package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.sql.Sql;

/// The steps of a membership and the changes of its record, as one history: the last ones first.
@ApplicationScoped
class MemberHistory {

    private static final String PAGE = """
            select member_id, membership_step_id as id, kind, recorded_at, issuer, subject, assignment_id, effective_date, unit_id,
                   decision_number, decision_date, decision_signer, end_reason, source, reorganization_id,
                   '{}'::text[] as changed, '[]'::jsonb as counted, null::bytea as sealed
            from membership_step where member_id = any (?) and membership_step_id < ?
            union all
            select member_id, member_revision_id, kind, recorded_at, issuer, subject, assignment_id, effective_date, unit_id,
                   decision_number, decision_date, decision_signer, null, null, null,
                   changed, counted, sealed
            from member_revision where member_id = any (?) and member_revision_id < ?
            order by id desc
            limit ?
            """;

    private static final UUID END = new UUID(-1, -1);
    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    private final Members members;
    private final Sql sql;
    private final PersonVault vault;
    private final ObjectMapper json;

    MemberHistory(Members members, Sql sql, PersonVault vault, ObjectMapper json) {
        this.members = members;
        this.sql = sql;
        this.vault = vault;
        this.json = json;
    }

    /// Also of the records that the member's has taken in.
    ///
    /// @param before the page ends before this entry; null: with the last one
    List<HistoryEntry> page(MemberId member, HistoryEntry.Sight sight, @Nullable UUID before, int rows) {
        UUID end = before == null ? END : before;
        UUID[] ids = members.ofPerson(member).stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.list(PAGE, row -> entry(sight, row, member), ids, end, ids, end, rows);
    }

    private HistoryEntry entry(HistoryEntry.Sight sight, ResultSet row, MemberId asked) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        MemberId member = new MemberId(row.getObject("member_id", UUID.class));
        Array names = row.getArray("changed");
        List<FieldChange> counted = counted(row.getString("counted"));
        byte[] sealed = row.getBytes("sealed");
        MemberRevision.Personal personal = sealed == null
                ? null
                : vault.open(member, MemberRevisions.box(id), sealed, MemberRevision.Personal.class)
                        .orElse(null);
        String endReason = row.getString("end_reason");
        return new HistoryEntry(
                id,
                member.equals(asked) ? null : member,
                row.getString("kind"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                actor(row),
                row.getObject("assignment_id", UUID.class),
                row.getObject("effective_date", LocalDate.class),
                new UnitId(row.getObject("unit_id", UUID.class)),
                decision(row),
                endReason == null ? null : EndReason.valueOf(endReason),
                row.getString("source"),
                row.getObject("reorganization_id", UUID.class),
                sight.reason(row.getString("kind"), personal),
                sight.changes(List.of((String[]) names.getArray()), counted, personal));
    }

    private static @Nullable Principal actor(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return subject == null ? null : new Principal(row.getString("issuer"), subject);
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String number = row.getString("decision_number");
        Date date = row.getDate("decision_date");
        return number == null || date == null
                ? null
                : new Decision(number, date.toLocalDate(), row.getString("decision_signer"));
    }

    private List<FieldChange> counted(String stored) {
        try {
            return json.readValue(stored, CHANGES);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A revision that cannot be read", broken);
        }
    }
}
