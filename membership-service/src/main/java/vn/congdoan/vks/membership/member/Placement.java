package vn.congdoan.vks.membership.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;

/// In which unit a member is counted, from one day until another (exclusive; null: until now).
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

    Placement() {}

    Placement(UnitId unitId, LocalDate validFrom) {
        this.id = Ids.next();
        this.unitId = unitId;
        this.validFrom = validFrom;
    }

    Placement(UnitId unitId, LocalDate validFrom, @Nullable LocalDate validTo) {
        this(unitId, validFrom);
        this.validTo = validTo;
    }

    UnitId unitId() {
        return unitId;
    }

    boolean reachesBeyond(LocalDate day) {
        return validTo == null || validTo.isAfter(day);
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
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
        return new MemberState.Counted(unitId, validFrom, validTo);
    }

    void end(LocalDate day) {
        validTo = day;
    }
}
