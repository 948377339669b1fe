package vn.congdoan.vks.membership.transfer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// What a transfer is made from.
@Schema(description = "A member shall go to another unit", examples = NewTransfer.EXAMPLE)
public record NewTransfer(
        @NotNull @Schema(description = "The member") MemberId memberId,

        @NotNull @Schema(description = "The unit that shall take the member: of another union, or of the same one")
        UnitId targetUnitId,

        @NotNull @Valid Introduction introduction,

        @Schema(description = "From when on the sender wishes it", examples = "2025-03-01", nullable = true) @Nullable
        LocalDate wishedDate) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "memberId": "019366a0-0000-7000-8000-000000000101",
              "targetUnitId": "019366a0-0000-7000-8000-000000000062",
              "introduction": {"number": "12/GGT-CĐVKS", "date": "2025-02-10", "signer": "Chủ tịch Công đoàn"},
              "wishedDate": "2025-03-01"
            }
            """;
}
