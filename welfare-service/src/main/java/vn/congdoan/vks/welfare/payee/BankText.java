package vn.congdoan.vks.welfare.payee;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Text as Vietnamese banks take it: capitals of ASCII without marks, digits, spaces and a few signs. It begins with a
/// letter or a digit, so that no program takes it for a formula.
public final class BankText {

    private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9 ./-]+");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern BEGINNING = Pattern.compile("^[^A-Z0-9]+");

    private BankText() {}

    /// Empty where nothing of it can be written like this.
    public static String of(String text) {
        String capitals = VietnameseText.searchable(text).toUpperCase(Locale.ROOT);
        String plain = SPACES.matcher(OTHERS.matcher(capitals).replaceAll(" ")).replaceAll(" ");
        return BEGINNING.matcher(plain).replaceAll("").strip();
    }
}
