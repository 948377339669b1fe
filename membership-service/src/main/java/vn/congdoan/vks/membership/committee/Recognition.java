package vn.congdoan.vks.membership.committee;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;

/// The superior's decision that makes the result of an election effective (quyết định công nhận).
@Embeddable
@Schema(
        description = "The superior's decision that makes the result of an election effective",
        examples = Recognition.EXAMPLE)
public record Recognition(
        @NotNull @Valid @Embedded Decision decision,

        @Embedded @Schema(description = "The superior, where it is an external body", nullable = true) @Nullable
        ExternalBodyId externalBodyId,

        @Embedded
        @AttributeOverride(name = "value", column = @Column(name = "superior_unit_id"))
        @Schema(description = "The superior, where it is a unit above", nullable = true)
        @Nullable
        UnitId unitId) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "decision": {"number": "15/QĐ-LĐLĐ", "date": "2023-03-10", "signer": "Chủ tịch Liên đoàn Lao động tỉnh"},
              "externalBodyId": "019366a0-0000-7000-8000-000000000701"
            }
            """;

    boolean namesOneSuperior() {
        return (externalBodyId == null) != (unitId == null);
    }
}
