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

/// How a visit went.
@JsonInclude(Include.NON_NULL)
@Schema(description = "How a visit went", examples = MadeVisit.EXAMPLE)
public record MadeVisit(
        @NotNull
        @Schema(
                description = "The day on which it was made: not in the future, not before the request",
                examples = "2023-11-21")
        LocalDate date,

        @Valid
        @Size(min = 1, max = 50)
        @Schema(description = "Who went; those who were to go if absent", nullable = true)
        @Nullable
        List<@NotNull Visitor> visitors,

        @Valid
        @Size(min = 1, max = 50)
        @Schema(
                description = "Gifts that were bought with the money of the case: together worth no more than that",
                nullable = true)
        @Nullable
        List<@NotNull BoughtGift> bought,

        @Size(max = 2000)
        @Schema(
                description = "What is told of the person's health, in the place of what was told before; kept sealed,"
                        + " shown for a purpose",
                nullable = true)
        @Nullable
        String healthNote) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "date": "2023-11-21",
              "bought": [{"name": "Giỏ quà", "quantity": 1, "unit": "giỏ", "value": 500000}]
            }
            """;

    /// What was paid for what was bought, in đồng.
    long paidForGifts() {
        return bought == null ? 0 : bought.stream().mapToLong(BoughtGift::value).sum();
    }
}
