package vn.congdoan.vks.membership.province;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A province as it is shown: what a code stands for, from one day until another.
@Schema(
        name = "Province",
        description = "What a code stands for, from one day until another. Code and first day together name a province:"
                + " on 2025-07-01 some codes began to stand for another name",
        examples = ProvinceView.EXAMPLE)
public record ProvinceView(
        @Schema(description = "Two digits; not enough to name a province", examples = "51")
        String code,

        @Schema(
                description = "Plain name, without tỉnh or thành phố but for Thành phố Hồ Chí Minh",
                examples = "Quảng Ngãi")
        String name,

        @Schema(
                description = "First day; null where it was so since before the record begins",
                examples = "2025-07-01",
                nullable = true)
        @Nullable
        LocalDate validFrom,

        @Schema(description = "The day after the last; null while it lasts", nullable = true) @Nullable
        LocalDate validTo,

        @Schema(
                description = "The codes that it was made of on its first day, its own among them where it went on;"
                        + " empty where that was before the record",
                examples = "[\"51\", \"62\"]")
        List<String> mergedFrom,

        @Schema(
                description = "The code of the one that it went into when it ended; null while it lasts",
                nullable = true)
        @Nullable
        String mergedInto) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "code": "51",
              "name": "Quảng Ngãi",
              "validFrom": "2025-07-01",
              "validTo": null,
              "mergedFrom": ["51", "62"],
              "mergedInto": null
            }
            """;

    public ProvinceView {
        mergedFrom = List.copyOf(mergedFrom);
    }
}
