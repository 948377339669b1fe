package vn.congdoan.vks.welfare.entitlement;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When an illness was over.
@Schema(description = "When an illness was over", examples = LifeEventEnd.EXAMPLE)
public record LifeEventEnd(
        @NotNull @Schema(description = "Its last day, not in the future", examples = "2023-12-20")
        LocalDate date) {

    static final String EXAMPLE = """
            {"date": "2023-12-20"}
            """;
}
