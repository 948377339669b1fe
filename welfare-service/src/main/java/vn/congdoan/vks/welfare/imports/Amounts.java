package vn.congdoan.vks.welfare.imports;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.layout.LayoutNotation;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.sheet.Cell;

/// Reads amounts of whole đồng as a bank writes them, to the letter: what is grouped is grouped by three, or it
/// is no amount.
final class Amounts {

    private static final int LONGEST = 40;
    private static final Pattern CURRENCY = Pattern.compile("(?iu) ?(vnd|vnđ|đồng|đ|₫)$");
    private static final Pattern SIGNED = Pattern.compile("([-+]?)(?:\\((.+)\\)|(.+?))(-?)");

    private final Pattern digits;
    private final @Nullable String group;

    Amounts(LayoutNotation notation) {
        group = notation.groupSeparator();
        String grouped = group == null ? "" : "|[0-9]{1,3}(?:%s[0-9]{3})+".formatted(Pattern.quote(group));
        // Three digits behind it are a group of thousands that the layout does not know.
        String decimals = notation.decimalSeparator() == null
                ? ""
                : "(?:%s([0-9]{1,2}))?".formatted(Pattern.quote(notation.decimalSeparator()));
        digits = Pattern.compile("([0-9]+%s)%s".formatted(grouped, decimals.isEmpty() ? "()" : decimals));
    }

    /// What an amount is: how much, or why it is none.
    ///
    /// @param dong below one: nothing came in
    record Read(@Nullable Long dong, @Nullable String rule) {

        static final Read NOTHING = new Read(0L, null);

        static Read refused(String rule) {
            return new Read(null, rule);
        }
    }

    Read read(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text.isBlank() ? Read.NOTHING : read(text);
            case Cell.Figure(BigDecimal value) -> whole(value);
            case Cell.Broken _ -> Read.refused("broken-cell");
        };
    }

    private Read read(String text) {
        // Spaces that do not break, as banks put them between groups, are spaces.
        String plain = text.replaceAll("[\\s\\p{Z}]", " ").strip();
        Matcher signed = SIGNED.matcher(CURRENCY.matcher(plain).replaceFirst(""));
        if (plain.length() > LONGEST || !signed.matches()) {
            return Read.refused("unreadable-amount");
        }
        String inBrackets = signed.group(2);
        Matcher number = digits.matcher((inBrackets == null ? signed.group(3) : inBrackets).strip());
        if (!number.matches()) {
            return Read.refused("unreadable-amount");
        }
        String decimals = number.group(2);
        if (decimals != null && !decimals.matches("0*")) {
            return Read.refused("not-whole-dong");
        }
        String whole = group == null ? number.group(1) : number.group(1).replace(group, "");
        boolean isNegative = inBrackets != null
                || signed.group(1).equals("-")
                || !signed.group(4).isEmpty();
        return isNegative ? Read.NOTHING : whole(new BigDecimal(whole));
    }

    private static Read whole(BigDecimal value) {
        if (value.signum() <= 0) {
            return Read.NOTHING;
        }
        if (value.compareTo(BigDecimal.valueOf(Transfer.MAX_AMOUNT)) > 0) {
            return Read.refused("amount-too-large");
        }
        return value.stripTrailingZeros().scale() > 0
                ? Read.refused("not-whole-dong")
                : new Read(value.longValueExact(), null);
    }
}
