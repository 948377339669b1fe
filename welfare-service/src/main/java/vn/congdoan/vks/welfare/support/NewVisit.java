package vn.congdoan.vks.welfare.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A visit that is planned.
@JsonInclude(Include.NON_NULL)
@Schema(description = "A visit that is planned", examples = NewVisit.EXAMPLE)
public record NewVisit(
        @NotNull
        @Schema(description = "The day for which it is planned: not before the request", examples = "2023-11-20")
        LocalDate date,

        @NotNull
        @Valid
        @Size(min = 1, max = 50)
        @Schema(description = "Who is to go; shown inside the union only, and never published")
        List<@NotNull Visitor> visitors,

        @Size(max = 2000)
        @Schema(description = "What is told of the person's health; kept sealed, shown for a purpose", nullable = true)
        @Nullable
        String healthNote) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "date": "2023-11-20",
              "visitors": [
                {"memberId": "019366a0-0000-7000-8000-000000001234"},
                {"name": "Ông Trần Văn Minh Họa"}
              ]
            }
            """;
}
