package vn.congdoan.vks.welfare.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.congdoan.vks.platform.time.BusinessTime;

/// How a bank writes a day: `dd/MM/yyyy`, `yyyy-MM-dd HH:mm:ss`, `ddMMyyyy`.
public final class DayPattern {

    private static final Pattern FORM =
            Pattern.compile("(?=.*d)(?=.*M)(?=.*y)(dd?|MM?|yyyy|yy)([-/. ]?(dd?|MM?|yyyy|yy)){2}( HH?:mm(:ss)?)?");
    private static final Pattern WITHOUT_GAPS = Pattern.compile("[dMy]+");

    private final String pattern;
    private final DateTimeFormatter formatter;

    public DayPattern(String pattern) {
        this.pattern = pattern;
        String lenient = WITHOUT_GAPS.matcher(pattern).matches()
                ? pattern
                : pattern.replace("dd", "d").replace("MM", "M").replace("HH", "H");
        this.formatter = DateTimeFormatter.ofPattern(lenient.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static boolean isOne(String pattern) {
        return FORM.matcher(pattern).matches();
    }

    /// A real day between the first and the last that a record may speak of.
    public Optional<LocalDate> read(String text) {
        try {
            LocalDate day = LocalDate.from(formatter.parse(text.strip()));
            return day.isBefore(BusinessTime.EARLIEST) || day.isAfter(BusinessTime.LATEST)
                    ? Optional.empty()
                    : Optional.of(day);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// What a cell that is a number stands for where days are written as one: `1102023` was `01102023`, before a
    /// workbook dropped its zero. Empty where the pattern has more than digits.
    public Optional<LocalDate> readDigits(String digits) {
        boolean isWhole = WITHOUT_GAPS.matcher(pattern).matches() && digits.length() >= pattern.length() - 1;
        return isWhole ? read("0".repeat(Math.max(0, pattern.length() - digits.length())) + digits) : Optional.empty();
    }
}
