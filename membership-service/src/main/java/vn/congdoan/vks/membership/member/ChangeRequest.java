package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What a member asks to have changed in the own record. It waits until an officer accepts it, which changes the
/// record, or refuses it, or the member withdraws it: one of these, once.
@Entity
@Table(name = "change_request")
class ChangeRequest {

    @EmbeddedId
    private ChangeRequestId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "member_id"))
    private MemberId memberId;

    /// The union that keeps the member's record when something happens to the request.
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private ChangeRequestStatus status;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "fields")
    private List<String> fields;

    @Column(name = "asked")
    private byte[] asked;

    @Column(name = "answer")
    private byte @Nullable [] answer;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    ChangeRequest() {}

    /// What was asked for, in the words of the member. Kept sealed.
    ///
    /// @param changes a merge patch
    /// @param before the named fields as they were written down then
    record Asked(ObjectNode changes, ObjectNode before, String reason) {}

    /// Why it was refused. Kept sealed.
    record Answer(String reason) {}

    /// @param asked what was asked for, sealed
    ChangeRequest(ChangeRequestId id, Member member, List<String> fields, byte[] asked, Instant now) {
        this.id = id;
        this.memberId = member.id();
        this.ownerUnionId = member.ownerUnionId();
        this.status = ChangeRequestStatus.WAITING;
        this.fields = List.copyOf(fields);
        this.asked = asked.clone();
        this.recordedAt = now;
    }

    void accept(Member member, Instant now) {
        decide(ChangeRequestStatus.ACCEPTED, member, now);
    }

    /// @param why sealed
    void refuse(byte[] why, Member member, Instant now) {
        decide(ChangeRequestStatus.REFUSED, member, now);
        answer = why.clone();
    }

    void withdraw(Member member, Instant now) {
        decide(ChangeRequestStatus.WITHDRAWN, member, now);
    }

    private void decide(ChangeRequestStatus decided, Member member, Instant now) {
        requireWaiting();
        ownerUnionId = member.ownerUnionId();
        status = decided;
        decidedAt = now;
    }

    /// Goes along with its member to another union.
    void goTo(UnitId union) {
        ownerUnionId = union;
    }

    void requireWaiting() {
        if (status != ChangeRequestStatus.WAITING) {
            throw new Conflict("change-request-closed", Map.of("status", status));
        }
    }

    /// What the union may know after something happened to it.
    Change change(String happened, UnitPlace place) {
        return change(happened, Audience.ofUnionAlone(place));
    }

    Change change(String happened, Audience audience) {
        Instant at = decidedAt == null ? recordedAt : decidedAt;
        return Change.of(
                ChangeRequestState.TYPE,
                id.value(),
                version,
                happened,
                LocalDate.ofInstant(at, BusinessTime.ZONE),
                ownerUnionId,
                audience,
                published());
    }

    /// What the union may know of it.
    ChangeRequestState published() {
        return new ChangeRequestState(id, ownerUnionId, memberId, status, recordedAt, decidedAt);
    }

    ChangeRequestId id() {
        return id;
    }

    long version() {
        return version;
    }

    MemberId memberId() {
        return memberId;
    }

    List<String> fields() {
        return List.copyOf(fields);
    }

    byte[] asked() {
        return asked.clone();
    }

    byte @Nullable [] answer() {
        return answer == null ? null : answer.clone();
    }

    /// @param said null where the caller does not see it, or it was erased
    ChangeRequestView view(Member member, @Nullable Asked said, @Nullable Answer answered) {
        return new ChangeRequestView(
                id,
                memberId,
                member.profile().fullName(),
                member.unitId(),
                status,
                fields,
                said == null ? null : said.changes(),
                said == null ? null : said.reason(),
                answered == null ? null : answered.reason(),
                recordedAt,
                decidedAt);
    }
}
