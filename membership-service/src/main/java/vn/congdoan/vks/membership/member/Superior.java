package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.platform.access.UnitId;

/// Who decides on a readmission: a union above, or a body outside the organization.
@Schema(description = "The superior who decided: either a union above or an external body")
public record Superior(
        @Schema(description = "A union above the member's", nullable = true) @Nullable
        UnitId unitId,

        @Schema(description = "A body outside the organization", nullable = true) @Nullable
        ExternalBodyId externalBodyId) {

    boolean namesOne() {
        return (unitId == null) != (externalBodyId == null);
    }
}
