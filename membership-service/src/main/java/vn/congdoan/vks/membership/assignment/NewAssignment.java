package vn.congdoan.vks.membership.assignment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;

/// A grant.
@Schema(description = "A role to give to an account", examples = NewAssignment.EXAMPLE)
public record NewAssignment(
        @NotBlank
        @Size(max = 100)
        @Schema(description = "The account: `sub` of its tokens", examples = "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001")
        String subject,

        @NotNull @Schema(description = "The role; MEMBER is never granted, it follows from a linked account")
        Role role,

        @NotNull @Schema(description = "The unit where it holds, and below it inside the union")
        UnitId unitId,

        @NotNull @Schema(description = "First day", examples = "2026-01-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last; absent: until it is ended", examples = "2028-01-01") @Nullable
        LocalDate validTo) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "subject": "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001",
              "role": "OFFICER",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "validFrom": "2026-01-01"
            }
            """;
}
