package vn.congdoan.vks.platform.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// A member as other services know one.
///
/// @param unitId where the member is, has applied to, or was last
/// @param status `APPLIED`, `ACTIVE`, `REJECTED` or `ENDED`
/// @param placements in which unit the member is counted on which days
public record KnownMember(
        MemberId id, UnitId ownerUnionId, UnitId unitId, String fullName, String status, List<Placement> placements) {

    /// In a unit from one day until another (exclusive; null: until now). What else is published of it is nothing
    /// to others.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Placement(
            UnitId unitId, LocalDate validFrom, @Nullable LocalDate validTo) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
        }
    }

    public KnownMember {
        placements = List.copyOf(placements);
    }

    public boolean isActive() {
        return status.equals("ACTIVE");
    }

    public boolean wasMemberOn(LocalDate day) {
        return placements.stream().anyMatch(each -> each.isOn(day));
    }
}
