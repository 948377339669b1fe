package vn.congdoan.vks.welfare.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// What a new fund is made from.
@Schema(description = "A new fund", examples = NewFund.EXAMPLE)
public record NewFund(
        @NotNull @Schema(description = "The unit that owns the fund")
        UnitId unitId,

        @NotNull @Schema(description = "What sort of fund it is", examples = "SOLIDARITY")
        FundKind kind,

        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "Name, once only among the owner's funds of the same days",
                examples = "Quỹ Nghĩa tình ngành Kiểm sát nhân dân")
        String name,

        @Nullable
        @Size(max = 1000)
        @Schema(
                description = "The rule or decision that the fund rests on",
                examples = "Quy chế quản lý và sử dụng Quỹ Nghĩa tình ngành Kiểm sát nhân dân",
                nullable = true)
        String legalBasis,

        @NotNull
        @Schema(description = "Whether the money is collected for somebody else and passed on", examples = "false")
        Boolean passThrough,

        @NotEmpty
        @UniqueElements
        @Schema(
                description = "What it may be spent on, each once",
                examples = "[\"ILLNESS\", \"CRITICAL_ILLNESS\", \"BEREAVEMENT\", \"HARDSHIP\"]")
        List<@NotNull SupportKind> purposes,

        @NotNull @Schema(description = "First day on which money moves", examples = "2022-01-01")
        LocalDate opensOn,

        @Nullable
        @Schema(
                description =
                        "Last day on which it takes money, inclusive; absent while it has no end. What is left may be"
                                + " spent afterwards",
                examples = "2026-12-31",
                nullable = true)
        LocalDate closesOn,

        @NotNull @Schema(description = "Whether people and bodies outside the union may give to it", examples = "true")
        Boolean takesOutsideDonors) {

    String nameKey() {
        return nameKey(VietnameseText.singleLine(name));
    }

    /// What makes it another name: neither capitals nor where a tone is written (`hòa`, `hoà`).
    ///
    /// @param name a single line
    static String nameKey(String name) {
        return VietnameseText.sortable(name).toLowerCase(Locale.ROOT);
    }

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "kind": "SOLIDARITY",
              "name": "Quỹ Nghĩa tình ngành Kiểm sát nhân dân",
              "legalBasis": "Quy chế quản lý và sử dụng Quỹ Nghĩa tình ngành Kiểm sát nhân dân",
              "passThrough": false,
              "purposes": ["ILLNESS", "CRITICAL_ILLNESS", "BEREAVEMENT", "HARDSHIP"],
              "opensOn": "2022-01-01",
              "takesOutsideDonors": true
            }
            """;
}
