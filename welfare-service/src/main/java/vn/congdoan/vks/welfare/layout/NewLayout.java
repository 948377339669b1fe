package vn.congdoan.vks.welfare.layout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.text.VietnameseText;

/// What a layout is made from.
@Schema(name = "NewContributionLayout", description = "A layout", examples = NewLayout.EXAMPLE)
public record NewLayout(
        @NotNull @Schema(description = "The unit that keeps it, for the funds of the units below as well")
        UnitId unitId,

        @NotBlank
        @Size(max = 100)
        @Schema(description = "Name, once only in the unit: the bank's", examples = "Sao kê BIDV")
        String name,

        @NotNull @Valid LayoutColumns columns,
        @NotNull @Valid LayoutNotation notation) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "name": "Sao kê BIDV",
              "columns": {
                "date": "Ngày giao dịch",
                "amount": "Ghi có",
                "reference": "Số bút toán",
                "description": "Nội dung"
              },
              "notation": {"datePattern": "dd/MM/yyyy", "groupSeparator": "."}
            }
            """;

    String nameKey() {
        return VietnameseText.sortable(VietnameseText.singleLine(name)).toLowerCase(Locale.ROOT);
    }

    /// 422 where nothing could ever be read by it.
    void requireReadable() {
        List<Violation> broken = new ArrayList<>();
        if (!DayPattern.isOne(notation.datePattern())) {
            broken.add(new Violation("/notation/datePattern", "not-a-date-pattern"));
        }
        if (notation.groupSeparator() != null && notation.groupSeparator().equals(notation.decimalSeparator())) {
            broken.add(new Violation("/notation/decimalSeparator", "repeated"));
        }
        if (columns.named().values().stream()
                        .map(VietnameseText::searchable)
                        .distinct()
                        .count()
                < columns.named().size()) {
            broken.add(new Violation("/columns", "repeated"));
        }
        if (!broken.isEmpty()) {
            throw new Unprocessable(broken);
        }
    }
}
