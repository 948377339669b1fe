package vn.congdoan.vks.welfare.insurance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;

/// Somebody whom a policy insures, as the union's own people see it.
@JsonInclude(Include.NON_NULL)
@Schema(name = "InsuredPerson", description = "Somebody whom a policy insures", examples = InsuredView.EXAMPLE)
record InsuredView(
        @Schema(description = "Who it is") MemberId memberId,

        @Schema(description = "Name", examples = "Nguyễn Thị Minh Họa", nullable = true) @Nullable
        String name,

        @Schema(description = "The first day", examples = "2024-01-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last one; absent: until the policy ends", nullable = true) @Nullable
        LocalDate validTo) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "name": "Nguyễn Thị Minh Họa",
              "validFrom": "2024-01-01"
            }
            """;
}
