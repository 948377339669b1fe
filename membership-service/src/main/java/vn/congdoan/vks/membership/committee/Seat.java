package vn.congdoan.vks.membership.committee;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Violation;

/// That a member holds a position in a committee, from one day until another (exclusive), and the decisions by which
/// it began or ended apart from the term.
@Entity
@Table(name = "seat")
class Seat {

    @EmbeddedId
    private SeatId id;

    @Embedded
    private MemberId memberId;

    @Enumerated(EnumType.STRING)
    @Column(name = "position")
    private SeatPosition position;

    /// Whether the superior's decision has made it effective.
    @Column(name = "recognized")
    private boolean recognized;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Embedded
    private @Nullable Decision decision;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "end_decision_number"))
    @AttributeOverride(name = "date", column = @Column(name = "end_decision_date"))
    @AttributeOverride(name = "signer", column = @Column(name = "end_decision_signer"))
    private @Nullable Decision endDecision;

    Seat() {}

    private Seat(MemberId member, SeatPosition position, LocalDate from, LocalDate to, @Nullable Decision decision) {
        this.id = new SeatId(Ids.next());
        this.memberId = member;
        this.position = position;
        this.validFrom = from;
        this.validTo = to;
        this.decision = decision;
        this.recognized = decision != null;
    }

    static Seat proposed(NewSeat form, LocalDate termFrom, LocalDate termTo) {
        return new Seat(form.memberId(), form.position(), form.from(termFrom), form.to(termTo), null);
    }

    /// One that is added to a recognised committee.
    static Seat added(MidTermSeat form, LocalDate termTo) {
        LocalDate end = form.validTo() == null ? termTo : form.validTo();
        return new Seat(form.memberId(), form.position(), form.validFrom(), end, form.decision());
    }

    void recognize() {
        recognized = true;
    }

    /// Ends it on a day, which is the first without it; one that would begin later never does.
    void end(LocalDate day, @Nullable Decision by) {
        validTo = day.isBefore(validFrom) ? validFrom : day;
        endDecision = by;
    }

    boolean reachesBeyond(LocalDate day) {
        return validTo.isAfter(day) && !isEmpty();
    }

    /// What is wrong with its days, seen from a term.
    Optional<Violation> outside(LocalDate termFrom, LocalDate termTo) {
        if (!validTo.isAfter(validFrom)) {
            return Optional.of(new Violation("/validTo", "empty-period"));
        }
        if (validFrom.isBefore(termFrom)) {
            return Optional.of(new Violation("/validFrom", "outside-the-term"));
        }
        return validTo.isAfter(termTo) ? Optional.of(new Violation("/validTo", "outside-the-term")) : Optional.empty();
    }

    boolean isSecondHeadBeside(Seat other) {
        return position.isHead() && other.position.isHead() && overlaps(other);
    }

    /// Besides a place among the members a member may hold one office.
    boolean isSecondSeatBeside(Seat other) {
        return memberId.equals(other.memberId) && wouldBeSecondOf(other);
    }

    /// The same if one member held both.
    boolean wouldBeSecondOf(Seat other) {
        return position.isOffice() == other.position.isOffice() && overlaps(other);
    }

    void passOn(MemberId member) {
        memberId = member;
    }

    private boolean overlaps(Seat other) {
        return !isEmpty() && !other.isEmpty() && validFrom.isBefore(other.validTo) && other.validFrom.isBefore(validTo);
    }

    boolean isEmpty() {
        return validFrom.equals(validTo);
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(validFrom) && day.isBefore(validTo);
    }

    /// Whether it says the same as another one.
    boolean saysTheSameAs(Seat other) {
        return memberId.equals(other.memberId)
                && position == other.position
                && validFrom.equals(other.validFrom)
                && validTo.equals(other.validTo);
    }

    /// As it would be proposed in a term.
    NewSeat form(LocalDate termFrom, LocalDate termTo) {
        return new NewSeat(
                memberId,
                position,
                validFrom.equals(termFrom) ? null : validFrom,
                validTo.equals(termTo) ? null : validTo);
    }

    CommitteeState.Seated state() {
        Decision begin = decision;
        Decision end = endDecision;
        return new CommitteeState.Seated(
                id,
                memberId,
                position,
                validFrom,
                validTo,
                begin == null ? null : begin.number(),
                begin == null ? null : begin.date(),
                end == null ? null : end.number(),
                end == null ? null : end.date());
    }

    SeatView view(String fullName) {
        return new SeatView(
                id, new SeatView.Holder(memberId, fullName), position, validFrom, validTo, decision, endDecision);
    }

    SeatId id() {
        return id;
    }

    MemberId memberId() {
        return memberId;
    }

    boolean givesRoleAfter(LocalDate day) {
        return position.role().isPresent() && validTo.isAfter(day) && !isEmpty();
    }

    SeatPosition position() {
        return position;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }
}
