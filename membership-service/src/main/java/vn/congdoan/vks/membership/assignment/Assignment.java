package vn.congdoan.vks.membership.assignment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// A role that an account holds at a unit from one day until another. It is granted, may be ended once, and stays as a
/// record. It belongs to the union that granted it, which is the central one where that gave a union its first ADMIN.
@Entity
@Table(name = "assignment")
public class Assignment {

    @EmbeddedId
    private AssignmentId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private Principal principal;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;

    @Embedded
    private UnitId unitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Enumerated(EnumType.STRING)
    @Column(name = "source")
    private AssignmentSource source;

    @Column(name = "seat_id")
    private @Nullable UUID seatId;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    Assignment() {}

    private Assignment(
            AssignmentId id,
            Principal principal,
            Role role,
            UnitId unitId,
            UnitId ownerUnionId,
            LocalDate validFrom,
            AssignmentSource source,
            Instant now) {
        this.id = id;
        this.principal = principal;
        this.role = role;
        this.unitId = unitId;
        this.ownerUnionId = ownerUnionId;
        this.validFrom = validFrom;
        this.source = source;
        this.createdAs = new byte[0];
        this.recordedAt = now;
    }

    /// The ADMIN that the first start of a node makes.
    public static Assignment bootstrap(AssignmentId id, Principal admin, UnitId union, LocalDate today, Instant now) {
        return new Assignment(id, admin, Role.ADMIN, union, union, today, AssignmentSource.BOOTSTRAP, now);
    }

    static Assignment grant(
            AssignmentId id, Principal principal, NewAssignment form, UnitId owner, byte[] createdAs, Instant now) {
        if (form.role() == Role.MEMBER) {
            throw new Unprocessable("/role", "role-not-granted");
        }
        LocalDate end = form.validTo();
        if (end != null && !end.isAfter(form.validFrom())) {
            throw new Invalid("/validTo", "empty-period");
        }
        Assignment granted = new Assignment(
                id, principal, form.role(), form.unitId(), owner, form.validFrom(), AssignmentSource.GRANT, now);
        granted.validTo = end;
        granted.createdAs = createdAs.clone();
        return granted;
    }

    /// What a seat in a committee gives to the account of who sits there.
    static Assignment elected(
            AssignmentId id,
            Principal principal,
            ElectedAssignments.Mandate mandate,
            LocalDate from,
            UnitId owner,
            Instant now) {
        Assignment elected = new Assignment(
                id, principal, mandate.role(), mandate.unitId(), owner, from, AssignmentSource.ELECTION, now);
        elected.validTo = mandate.to();
        elected.seatId = mandate.seatId();
        return elected;
    }

    /// Ends it on a day, which is the first without it. What has ended stays ended.
    void end(LocalDate day, LocalDate today) {
        if (source == AssignmentSource.ELECTION) {
            throw new Conflict("assignment-follows-a-seat");
        }
        if (validTo != null && !validTo.isAfter(today)) {
            throw new Conflict("assignment-ended");
        }
        if (day.isBefore(today)) {
            throw new Unprocessable("/on", "in-the-past");
        }
        if (validTo != null && day.isAfter(validTo)) {
            throw new Unprocessable("/on", "after-its-end");
        }
        validTo = day.isBefore(validFrom) ? validFrom : day;
    }

    /// Its seat ends on a day, or is no longer that of the account.
    ///
    /// @return whether that changes anything
    boolean endWithItsSeat(LocalDate day) {
        LocalDate end = day.isBefore(validFrom) ? validFrom : day;
        boolean changes = !end.equals(validTo);
        validTo = end;
        return changes;
    }

    /// Its unit ends, or goes to another union, on a day, be it a past one.
    void endWithItsUnit(LocalDate day) {
        validTo = day.isBefore(validFrom) ? validFrom : day;
    }

    /// What those concerned may know after something happened to it.
    public Change change(String happened, LocalDate effectiveDate, Audience audience) {
        return Change.of(
                AssignmentState.TYPE,
                id.value(),
                version,
                happened,
                effectiveDate,
                ownerUnionId,
                audience,
                published());
    }

    /// What those concerned may know of it.
    AssignmentState published() {
        return new AssignmentState(
                id, principal, role, unitId, validFrom, validTo, source, seatId, ownerUnionId, recordedAt);
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    AssignmentId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    boolean isOf(@Nullable Principal account) {
        return principal.equals(account);
    }

    boolean isAdminAt(UnitId unit) {
        return role == Role.ADMIN && unitId.equals(unit);
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    AssignmentView view() {
        return new AssignmentView(id, principal, role, unitId, validFrom, validTo, source);
    }
}
