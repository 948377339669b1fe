package vn.congdoan.vks.membership.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Violation;

/// A committee that was elected and is to be recognised.
@Schema(description = "A committee that was elected and is to be recognised", examples = NewCommittee.EXAMPLE)
public record NewCommittee(
        @NotNull @Schema(description = "Whose committee") UnitId unitId,

        @NotNull CommitteeKind kind,

        @NotBlank @Size(max = 50) @Schema(description = "Name of the term", examples = "2023–2028")
        String term,

        @NotNull @Schema(description = "First day of the term", examples = "2023-03-01")
        LocalDate validFrom,

        @NotNull @Schema(description = "The day after the last of the term", examples = "2028-03-01")
        LocalDate validTo,

        @Size(max = 100) @Schema(description = "Who sits in it")
        List<@NotNull @Valid NewSeat> seats) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "kind": "COMMITTEE",
              "term": "2023–2028",
              "validFrom": "2023-03-01",
              "validTo": "2028-03-01",
              "seats": [{"memberId": "019366a0-0000-7000-8000-000000001234", "position": "CHAIR"}]
            }
            """;

    public NewCommittee {
        seats = seats == null ? List.of() : List.copyOf(seats);
    }

    /// What contradicts itself, or does not go with the kind of unit.
    List<Violation> contradictions(UnitKind unit) {
        List<Violation> found = new ArrayList<>();
        if (!validTo.isAfter(validFrom)) {
            return List.of(new Violation("/validTo", "empty-period"));
        }
        if (!kind.mayBeOf(unit)) {
            found.add(new Violation("/kind", "committee-not-of-a-group"));
        }
        List<Seat> before = new ArrayList<>();
        for (int index = 0; index < seats.size(); index++) {
            Seat seat = Seat.proposed(seats.get(index), validFrom, validTo);
            for (Violation each : contradictions(unit, seat, before)) {
                found.add(each.under("/seats/" + index));
            }
            before.add(seat);
        }
        return found;
    }

    private List<Violation> contradictions(UnitKind unit, Seat seat, List<Seat> before) {
        List<Violation> found = new ArrayList<>();
        if (!seat.position().isIn(kind, unit)) {
            found.add(new Violation("/position", "position-not-of-this-committee"));
        }
        seat.outside(validFrom, validTo).ifPresent(found::add);
        if (before.stream().anyMatch(seat::isSecondHeadBeside)) {
            found.add(new Violation("/position", "committee-has-head"));
        }
        if (before.stream().anyMatch(seat::isSecondSeatBeside)) {
            found.add(new Violation("/memberId", "member-has-seat"));
        }
        return found;
    }
}
