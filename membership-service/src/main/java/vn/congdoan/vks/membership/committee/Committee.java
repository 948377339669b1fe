package vn.congdoan.vks.membership.committee;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// An elected body of a unit for a term. It is written down as it was elected, and may be corrected or given up until
/// the superior recognises it; from then on seats are added and end by decision only, and all of it ends with the
/// term, or before by decision. Each step says what happened, as the change log tells it.
@Entity
@Table(name = "committee")
class Committee {

    @EmbeddedId
    private CommitteeId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private UnitId unitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private CommitteeKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private CommitteeStatus status;

    @Column(name = "term")
    private String term;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Embedded
    private @Nullable Recognition recognition;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "end_decision_number"))
    @AttributeOverride(name = "date", column = @Column(name = "end_decision_date"))
    @AttributeOverride(name = "signer", column = @Column(name = "end_decision_signer"))
    private @Nullable Decision endDecision;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "changed_at")
    @SuppressWarnings("UnusedVariable") // with it the version goes on
    private Instant changedAt;

    @OneToMany(cascade = CascadeType.PERSIST, orphanRemoval = true)
    @JoinColumn(name = "committee_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<Seat> seats = new ArrayList<>();

    Committee() {}

    /// @param createdAs what it was made from, to recognise a repeated request
    Committee(CommitteeId id, UnitId ownerUnionId, NewCommittee form, byte[] createdAs, Instant now) {
        this.id = id;
        this.unitId = form.unitId();
        this.ownerUnionId = ownerUnionId;
        this.kind = form.kind();
        this.status = CommitteeStatus.DRAFT;
        this.createdAs = createdAs.clone();
        this.recordedAt = now;
        take(form, now);
    }

    /// Corrects the draft. A seat that stays as it was keeps its id.
    void revise(NewCommittee form, Instant now) {
        requireStatus(CommitteeStatus.DRAFT);
        take(form, now);
    }

    private void take(NewCommittee form, Instant now) {
        term = form.term();
        validFrom = form.validFrom();
        validTo = form.validTo();
        List<Seat> known = new ArrayList<>(seats);
        List<Seat> wanted = form.seats().stream()
                .map(each -> Seat.proposed(each, validFrom, validTo))
                .map(each ->
                        known.stream().filter(each::saysTheSameAs).findFirst().orElse(each))
                .toList();
        seats.retainAll(wanted);
        wanted.stream().filter(each -> !seats.contains(each)).forEach(seats::add);
        changedAt = now;
    }

    void cancel(Instant now) {
        requireStatus(CommitteeStatus.DRAFT);
        status = CommitteeStatus.CANCELLED;
        changedAt = now;
    }

    /// The superior's decision makes it and its seats effective.
    void recognize(Recognition by, Instant now) {
        requireStatus(CommitteeStatus.DRAFT);
        if (seats.isEmpty()) {
            throw new Conflict("committee-without-seats");
        }
        status = CommitteeStatus.RECOGNIZED;
        recognition = by;
        seats.forEach(Seat::recognize);
        changedAt = now;
    }

    /// Somebody comes in by decision in the middle of the term.
    Seat seat(MidTermSeat form, Instant now) {
        requireStatus(CommitteeStatus.RECOGNIZED);
        LocalDate end = end();
        Seat added = Seat.added(form, end);
        added.outside(validFrom, end).ifPresent(violation -> {
            throw new Unprocessable(List.of(violation));
        });
        if (seats.stream().anyMatch(added::isSecondHeadBeside)) {
            throw new Conflict("committee-has-head");
        }
        if (seats.stream().anyMatch(added::isSecondSeatBeside)) {
            throw new Conflict("member-has-seat");
        }
        seats.add(added);
        changedAt = now;
        return added;
    }

    /// Somebody leaves by decision in the middle of the term.
    void vacate(SeatId seatId, LocalDate day, Decision by, Instant now) {
        requireStatus(CommitteeStatus.RECOGNIZED);
        Seat seat = seats.stream()
                .filter(each -> each.id().equals(seatId))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (day.isBefore(seat.validFrom())) {
            throw new Unprocessable("/effectiveDate", "before-its-beginning");
        }
        if (!day.isBefore(seat.validTo())) {
            throw new Unprocessable("/effectiveDate", "after-its-end");
        }
        seat.end(day, by);
        changedAt = now;
    }

    /// A seat ends because its holder is no longer a member there.
    void vacateWithMembership(Seat seat, LocalDate day, Instant now) {
        seat.end(day, null);
        changedAt = now;
    }

    /// Somebody who sits here has another record from now on.
    List<Seat> passSeatsOn(MemberId from, MemberId to, Instant now) {
        List<Seat> passedOn =
                seats.stream().filter(each -> each.memberId().equals(from)).toList();
        boolean twice = seats.stream()
                .filter(each -> each.memberId().equals(to))
                .anyMatch(each -> passedOn.stream().anyMatch(seat -> seat.wouldBeSecondOf(each)));
        if (twice) {
            throw new Conflict("member-has-seat");
        }
        passedOn.forEach(each -> each.passOn(to));
        changedAt = now;
        return passedOn;
    }

    /// Ends before its term, on a day which is the first without it, and with it all its seats.
    void end(LocalDate day, Decision by, Instant now) {
        requireStatus(CommitteeStatus.RECOGNIZED);
        if (day.isBefore(validFrom)) {
            throw new Unprocessable("/effectiveDate", "before-its-beginning");
        }
        if (!day.isBefore(end())) {
            throw new Unprocessable("/effectiveDate", "after-its-end");
        }
        endOn(day, by, now);
    }

    /// Its unit ends, or goes to another union.
    void endWithItsUnit(LocalDate day, Decision by, Instant now) {
        if (status == CommitteeStatus.DRAFT) {
            cancel(now);
            return;
        }
        endOn(day.isBefore(validFrom) ? validFrom : day, by, now);
    }

    private void endOn(LocalDate day, Decision by, Instant now) {
        endedOn = day;
        endDecision = by;
        seats.stream().filter(each -> each.reachesBeyond(day)).forEach(each -> each.end(day, null));
        changedAt = now;
    }

    /// What those concerned may know after something happened to it.
    Change change(String happened, LocalDate effectiveDate, Audience audience) {
        return Change.of(
                CommitteeState.TYPE, id.value(), version, happened, effectiveDate, ownerUnionId, audience, published());
    }

    /// What those concerned may know of it.
    CommitteeState published() {
        Recognition by = recognition;
        Decision end = endDecision;
        return new CommitteeState(
                id,
                ownerUnionId,
                unitId,
                kind,
                status,
                term,
                validFrom,
                validTo,
                endedOn,
                by == null ? null : by.decision().number(),
                by == null ? null : by.decision().date(),
                seats.stream().map(Seat::state).toList(),
                by == null ? null : by.externalBodyId(),
                by == null ? null : by.unitId(),
                end == null ? null : end.number(),
                end == null ? null : end.date(),
                recordedAt);
    }

    private void requireStatus(CommitteeStatus required) {
        if (status != required) {
            throw new Conflict("committee-status", Map.of("status", status, "required", required));
        }
    }

    /// As it would be written down today.
    NewCommittee form() {
        return new NewCommittee(
                unitId,
                kind,
                term,
                validFrom,
                validTo,
                seats.stream().map(each -> each.form(validFrom, validTo)).toList());
    }

    CommitteeId id() {
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

    CommitteeKind kind() {
        return kind;
    }

    CommitteeStatus status() {
        return status;
    }

    String term() {
        return term;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    /// The first day without it.
    LocalDate end() {
        return endedOn == null ? validTo : endedOn;
    }

    @Nullable
    Recognition recognition() {
        return recognition;
    }

    @Nullable
    Decision endDecision() {
        return endDecision;
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    boolean isRecognized() {
        return status == CommitteeStatus.RECOGNIZED;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }
}
