package vn.congdoan.vks.welfare.imports;

import java.util.regex.Pattern;

/// Tells Vietnamese text from what the encodings before Unicode leave behind: TCVN3 (the `.VnTime` fonts), where
/// `Nguyễn Văn` comes as `NguyÔn V¨n`, and VNI, where it comes as `Nguyeãn Vaên`. Such text looks right only in
/// its own fonts; which one it was is a guess, so it is shown and not converted.
final class LegacyText {

    /// Vietnamese letters of Latin-1; all others of them with marks, and the signs there, are in no Vietnamese
    /// word.
    private static final String VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý";

    private static final String ACCENTED = "[" + VIETNAMESE + "]";

    /// A sign or a foreign letter of Latin-1.
    private static final String SIGN = "[\\u00a1-\\u00ff&&[^" + VIETNAMESE + "]]";

    /// The same without what ordinary text has beside a word: quotes, degrees, m².
    private static final String ODD_SIGN = "[\\u00a1-\\u00ff&&[^«»°²³¹®©" + VIETNAMESE + "]]";

    private static final Pattern LEGACY = Pattern.compile(String.join(
            "|",
            "\\p{L}" + SIGN + "\\p{L}",
            "(?!«)" + SIGN + "\\p{Ll}",
            "\\p{L}" + ODD_SIGN + "(?!\\p{L})",
            // A capital with a mark right behind a small letter: TCVN3.
            "\\p{Ll}[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ]",
            // A mark written as a letter of its own behind its vowel: VNI.
            "[AEae]" + ACCENTED,
            "[Oo][ÂÔÙÕâôùõ]",
            "[Uu][ÙÕùõ]",
            "[Yy][ÙÕùõ]"));

    private LegacyText() {}

    static boolean isIn(String text) {
        return LEGACY.matcher(text).find();
    }
}
