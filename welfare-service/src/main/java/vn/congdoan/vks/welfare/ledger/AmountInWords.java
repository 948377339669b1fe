package vn.congdoan.vks.welfare.ledger;

import java.util.List;
import java.util.Locale;

/// An amount in Vietnamese words, as vouchers and receipts need it beside the figures (bằng chữ): groups of three
/// digits from the left, a thousand million (tỷ) counted anew.
public final class AmountInWords {

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> GROUPS = List.of("", " nghìn", " triệu");
    private static final long THOUSAND = 1_000;
    private static final long BILLION = 1_000_000_000;

    private AmountInWords() {}

    /// @param amount in đồng, not negative
    public static String of(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("Less than nothing: " + amount);
        }
        String words = amount == 0 ? DIGITS.getFirst() : words(amount, false);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + " đồng";
    }

    /// @param goesOn whether words come before: then a group tells its hundreds though there are none
    private static String words(long amount, boolean goesOn) {
        if (amount >= BILLION) {
            return words(amount / BILLION, goesOn) + " tỷ" + rest(amount % BILLION);
        }
        StringBuilder words = new StringBuilder();
        for (int place = GROUPS.size() - 1; place >= 0; place--) {
            int group = (int) (amount / Math.powExact(THOUSAND, place) % THOUSAND);
            if (group > 0) {
                boolean first = words.isEmpty();
                words.append(first ? "" : " ")
                        .append(group(group, goesOn || !first))
                        .append(GROUPS.get(place));
            }
        }
        return words.toString();
    }

    private static String rest(long amount) {
        return amount == 0 ? "" : " " + words(amount, true);
    }

    private static String group(int group, boolean goesOn) {
        int hundreds = group / 100;
        int tens = group / 10 % 10;
        int units = group % 10;
        boolean tellsHundreds = hundreds > 0 || goesOn;
        String words = tellsHundreds ? DIGITS.get(hundreds) + " trăm" : "";
        if (tens > 0 || units > 0) {
            words += (tellsHundreds ? " " : "") + belowHundred(tens, units, tellsHundreds);
        }
        return words;
    }

    private static String belowHundred(int tens, int units, boolean afterHundreds) {
        return switch (tens) {
            case 0 -> (afterHundreds ? "linh " : "") + DIGITS.get(units);
            case 1 -> "mười" + unit(units, false);
            default -> DIGITS.get(tens) + " mươi" + unit(units, true);
        };
    }

    /// After tens some digits have other names.
    private static String unit(int units, boolean afterTens) {
        return switch (units) {
            case 0 -> "";
            case 1 -> afterTens ? " mốt" : " một";
            case 4 -> afterTens ? " tư" : " bốn";
            case 5 -> " lăm";
            default -> " " + DIGITS.get(units);
        };
    }
}
