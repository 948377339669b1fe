package vn.congdoan.vks.membership.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;

/// In which unit a member is counted, from one day until another (exclusive; null: until now), and what began and ended
/// it: statistics count who came and went by that.
@Entity
@Table(name = "placement")
class Placement {

    @Id
    @SuppressWarnings("UnusedVariable") // names the row
    @Column(name = "placement_id")
    private UUID id;

    @Embedded
    private UnitId unitId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Enumerated(EnumType.STRING)
    @Column(name = "began_as")
    private Arrival beganAs;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_as")
    private @Nullable Departure endedAs;

    Placement() {}

    Placement(UnitId unitId, LocalDate validFrom, Arrival beganAs) {
        this.id = Ids.next();
        this.unitId = unitId;
        this.validFrom = validFrom;
        this.beganAs = beganAs;
    }

    /// What is left of this placement after a day, in another unit to which a reorganization leads.
    Placement restIn(UnitId unit, LocalDate day) {
        Placement rest = new Placement(unit, day, Arrival.REORGANIZED);
        rest.validTo = validTo;
        rest.endedAs = endedAs;
        return rest;
    }

    /// The same in another record.
    Placement copy() {
        Placement copy = new Placement(unitId, validFrom, beganAs);
        copy.validTo = validTo;
        copy.endedAs = endedAs;
        return copy;
    }

    UnitId unitId() {
        return unitId;
    }

    boolean overlaps(Placement other) {
        return reachesBeyond(other.validFrom) && other.reachesBeyond(validFrom);
    }

    boolean reachesBeyond(LocalDate day) {
        return validTo == null || validTo.isAfter(day);
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(validFrom) && reachesBeyond(day);
    }

    /// It was never in the unit that was written down, but in this one.
    void moveTo(UnitId unit) {
        unitId = unit;
    }

    boolean isOpen() {
        return validTo == null;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    MemberState.Counted counted() {
        return new MemberState.Counted(unitId, validFrom, validTo, beganAs, endedAs);
    }

    void end(LocalDate day, Departure departure) {
        validTo = day;
        endedAs = departure;
    }

    /// Why the membership ended with it; null while it goes on.
    @Nullable
    EndReason endReason() {
        return endedAs == null ? null : endedAs.reason();
    }

    /// Whether the membership goes on in another placement on the day after.
    boolean leadsOn() {
        return endedAs == Departure.TRANSFERRED || endedAs == Departure.REORGANIZED;
    }

    /// Whether the membership came from another placement.
    boolean continues() {
        return beganAs == Arrival.TRANSFERRED || beganAs == Arrival.REORGANIZED;
    }

    /// It began as another record of the same person says.
    void beginAs(Placement other) {
        validFrom = other.validFrom;
        beganAs = other.beganAs;
    }

    void beginAs(Arrival arrival) {
        beganAs = arrival;
    }

    boolean beganBy(Arrival arrival) {
        return beganAs == arrival;
    }

    boolean endedBy(Departure departure) {
        return endedAs == departure;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    /// It was recorded wrongly; what began and ended it stays.
    void correct(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        unitId = unit;
        validFrom = from;
        validTo = to;
    }

    /// Ended on a day, from which on there is nothing after all.
    boolean endedOn(LocalDate day) {
        return day.equals(validTo);
    }
}
