package vn.congdoan.vks.membership.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What a report is about (kỳ báo cáo): a year, a half of it, a quarter, a month, or the term between two congresses.
/// Each is written in one way only.
///
/// @param text `2022`, `2022-H1`, `2022-Q1`, `2022-03`, or the term `2018/2023`
@Embeddable
@Schema(
        type = SchemaType.STRING,
        pattern = FigurePeriod.FORM,
        description = "A year `2022`, a half of it `2022-H1`, a quarter `2022-Q1`, a month `2022-03`, or the term of a"
                + " congress `2018/2023` of at most 10 years; from 1900 to 2199",
        examples = {"2022", "2022-H1", "2022-Q1", "2022-03", "2018/2023"})
public record FigurePeriod(
        @Column(name = "period") @JsonValue String text) implements Serializable {

    /// Also a constraint of the database.
    static final String FORM = "^[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])|/[0-9]{4})?$";

    private static final Pattern PARTS = Pattern.compile(FORM);
    private static final int LONGEST_TERM = 10;

    /// @throws Invalid for what is not of the form, or beyond the years that records speak of
    @JsonCreator(mode = Mode.DELEGATING)
    public FigurePeriod {
        if (!PARTS.matcher(text).matches()) {
            throw new Invalid("", "not-a-period");
        }
        requireKnown(firstYear(text));
        if (isTerm(text)) {
            requireKnown(lastYear(text));
            int years = lastYear(text) - firstYear(text);
            if (years < 1 || years > LONGEST_TERM) {
                throw new Invalid("", "not-a-term");
            }
        }
    }

    /// Reads the query parameter `period`. (The framework would take the constructor, whose refusals point into a
    // body.)
    static FigurePeriod asked(String text) {
        try {
            return new FigurePeriod(text);
        } catch (Invalid invalid) {
            throw new Invalid(invalid.violations().stream()
                    .map(each -> each.under("?period"))
                    .toList());
        }
    }

    private static void requireKnown(int year) {
        if (year < BusinessTime.EARLIEST.getYear() || year > BusinessTime.LATEST.getYear()) {
            throw new Invalid("", "year-out-of-range");
        }
    }

    /// The first day of it. When in its first year a term began is not known: at the beginning of that year.
    LocalDate firstDay() {
        return firstMonth().atDay(1);
    }

    /// The last day of it; of a term, the last of its last year.
    LocalDate lastDay() {
        return firstMonth().plusMonths(months() - 1L).atEndOfMonth();
    }

    private YearMonth firstMonth() {
        int month =
                switch (part()) {
                    case 'H' -> 6 * number() - 5;
                    case 'Q' -> 3 * number() - 2;
                    case '-' -> number();
                    default -> 1;
                };
        return YearMonth.of(firstYear(text), month);
    }

    private int months() {
        return switch (part()) {
            case 'H' -> 6;
            case 'Q' -> 3;
            case '-' -> 1;
            case '/' -> 12 * (lastYear(text) - firstYear(text) + 1);
            default -> 12;
        };
    }

    /// Which part of the year it is: `H`, `Q`, `-` for a month, `/` for a term, a space for the whole year.
    private char part() {
        if (text.length() == 4) {
            return ' ';
        }
        char sign = text.charAt(5);
        return Character.isDigit(sign) ? text.charAt(4) : sign;
    }

    /// Of the half, the quarter or the month.
    private int number() {
        return Integer.parseInt(text.substring(Character.isDigit(text.charAt(5)) ? 5 : 6));
    }

    private static boolean isTerm(String text) {
        return text.indexOf('/') > 0;
    }

    private static int firstYear(String text) {
        return Integer.parseInt(text.substring(0, 4));
    }

    private static int lastYear(String text) {
        return Integer.parseInt(text.substring(5));
    }

    @Override
    public String toString() {
        return text;
    }
}
