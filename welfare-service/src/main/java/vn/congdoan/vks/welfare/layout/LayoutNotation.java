package vn.congdoan.vks.welfare.layout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How days and amounts are written, and where the table begins.
@Embeddable
@JsonInclude(Include.NON_NULL)
@Schema(name = "LayoutNotation", description = "How days and amounts are written, and where the table begins")
public record LayoutNotation(
        @NotBlank
        @Size(max = 30)
        @Column(name = "date_pattern")
        @Schema(
                description = "How a day is written: d, M, y and, where a time follows, H, m, s. A day of one digit is"
                        + " taken for dd as well; cells of a workbook that are days need no pattern",
                examples = "dd/MM/yyyy")
        String datePattern,

        @Pattern(regexp = "[.,' ]")
        @Column(name = "group_separator")
        @Schema(
                description = "What parts the thousands: point, comma, apostrophe or space; absent where nothing does",
                examples = ".",
                nullable = true)
        @Nullable
        String groupSeparator,

        @Pattern(regexp = "[.,]")
        @Column(name = "decimal_separator")
        @Schema(
                description = "What parts whole đồng from the one or two zeros behind; absent where nothing does",
                examples = ",",
                nullable = true)
        @Nullable
        String decimalSeparator,

        @Pattern(regexp = "[,;|\\t]")
        @Column(name = "delimiter")
        @Schema(
                description =
                        "What parts the columns of CSV: comma, semicolon, bar or tab; absent: the one with which a line"
                                + " has all headers",
                examples = ";",
                nullable = true)
        @Nullable
        String delimiter,

        @Min(1)
        @Max(1000)
        @Column(name = "header_row")
        @Schema(
                description = "The line of the headers; absent: the first line that has all of them",
                examples = "12",
                nullable = true)
        @Nullable
        Integer headerRow,

        @Size(max = 31)
        @Column(name = "sheet")
        @Schema(description = "The sheet of a workbook; absent: the first", examples = "Sao kê", nullable = true)
        @Nullable
        String sheet) {

    /// What may part the columns of CSV.
    public List<Character> delimiters() {
        return delimiter == null ? List.of(',', ';', '\t', '|') : List.of(delimiter.charAt(0));
    }
}
