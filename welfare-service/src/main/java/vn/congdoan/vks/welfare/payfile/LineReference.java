package vn.congdoan.vks.welfare.payfile;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By which the bank's answer finds a line: `VK` and twelve letters and digits, without those that look alike. It fits
/// into whatever a bank carries through, stands first in the text of the payment, and comes back in the statement.
final class LineReference {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int BITS = 5;
    private static final Pattern FORM = Pattern.compile("(?=(VK[0-9A-HJKMNP-TV-Z]{" + LENGTH + "}))");

    private LineReference() {}

    /// Out of the random end of the line's id.
    static String of(UUID line) {
        long rest = line.getLeastSignificantBits();
        char[] signs = new char[LENGTH];
        for (int place = LENGTH - 1; place >= 0; place--) {
            signs[place] = SIGNS.charAt((int) (rest & (SIGNS.length() - 1)));
            rest >>>= BITS;
        }
        return "VK" + new String(signs);
    }

    /// What in a text may be one: banks write in capitals or not, and break long texts.
    static Set<String> in(String text) {
        Matcher found = FORM.matcher(text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]", ""));
        Set<String> references = new LinkedHashSet<>();
        while (found.find()) {
            references.add(found.group(1));
        }
        return references;
    }
}
