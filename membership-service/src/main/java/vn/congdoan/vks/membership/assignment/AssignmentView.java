package vn.congdoan.vks.membership.assignment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;

/// An assignment as it is shown.
@Schema(
        name = "Assignment",
        description = "A role that an account holds at a unit from one day until another",
        examples = AssignmentView.EXAMPLE)
public record AssignmentView(
        AssignmentId id,
        Principal principal,
        Role role,

        @Schema(description = "The unit where it holds, and below it inside the union")
        UnitId unitId,

        @Schema(description = "First day", examples = "2026-01-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last; null while it is open", nullable = true) @Nullable
        LocalDate validTo,

        @Schema(description = "Where it comes from") AssignmentSource source) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000201",
              "principal": {"issuer": "congdoan", "subject": "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001"},
              "role": "OFFICER",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "validFrom": "2026-01-01",
              "validTo": null,
              "source": "GRANT"
            }
            """;
}
