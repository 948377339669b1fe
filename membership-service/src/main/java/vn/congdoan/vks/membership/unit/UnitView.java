package vn.congdoan.vks.membership.unit;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// A unit as it is shown: its version of one day.
@Schema(
        name = "Unit",
        description = "A union, or a section or group inside one, as it is on one day",
        examples = UnitView.EXAMPLE)
public record UnitView(
        UnitId id,

        @Schema(description = "Short code, unique inside its union; a union's code is nobody else's", examples = "QNG")
        String code,

        @Schema(description = "Name", examples = "Công đoàn Viện kiểm sát nhân dân tỉnh Quảng Ngãi")
        String name,

        UnitKind kind,

        @Schema(description = "The union that the unit belongs to; its own id if it is one")
        UnitId unionId,

        @Schema(description = "The unit above; null for the central union", nullable = true) @Nullable
        UnitId parentId,

        @Schema(description = "First day of this name, kind and place", examples = "2010-01-01")
        LocalDate validFrom,

        @Schema(description = "The day after the last; null while it lasts", nullable = true) @Nullable
        LocalDate validTo) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000051",
              "code": "QNG",
              "name": "Công đoàn Viện kiểm sát nhân dân tỉnh Quảng Ngãi",
              "kind": "PROVINCIAL_UNION",
              "unionId": "019366a0-0000-7000-8000-000000000051",
              "parentId": "019366a0-0000-7000-8000-000000000001",
              "validFrom": "1990-01-01",
              "validTo": null
            }
            """;
}
