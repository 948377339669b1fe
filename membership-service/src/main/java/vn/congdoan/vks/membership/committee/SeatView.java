package vn.congdoan.vks.membership.committee;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.decision.Decision;

/// A seat as it is shown.
@Schema(name = "Seat", description = "That a member holds a position in a committee, from one day until another")
public record SeatView(
        SeatId id,
        Holder member,
        SeatPosition position,

        @Schema(description = "First day", examples = "2023-03-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last", examples = "2028-03-01")
        LocalDate validTo,

        @Schema(
                description = "The decision that added it in mid-term; null where the election gave it",
                nullable = true)
        @Nullable
        Decision decision,

        @Schema(description = "The decision that ended it before its time; null where none did", nullable = true)
        @Nullable
        Decision endDecision) {

    /// Who holds a seat.
    @Schema(name = "SeatHolder", description = "Who holds a seat")
    public record Holder(
            MemberId id,

            @Schema(description = "Full name", examples = "Nguyễn Thị Minh Anh")
            String fullName) {}
}
