package vn.congdoan.vks.platform.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/// Vietnamese text in one form: composed Unicode (NFC) where it is stored, letters without marks where it is
/// searched.
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// A word up to its tone (ngang has none; huyền, hỏi, ngã, sắc, nặng), the tone, and the rest of the word.
    private static final Pattern TONED_WORD =
            Pattern.compile("([\\p{L}\\p{M}]*?)([\\u0300\\u0309\\u0303\\u0301\\u0323])([\\p{L}\\p{M}]*)");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /// What a reader puts where octets are no character.
    private static final char LOST = '\ufffd';

    private VietnameseText() {}

    /// The stored form: NFC.
    public static String normalized(String text) {
        return Normalizer.normalize(text, Form.NFC);
    }

    /// The stored form of a name or another one-line text: NFC, single spaces, none at the ends.
    public static String singleLine(String text) {
        return SPACES.matcher(normalized(text)).replaceAll(" ").strip();
    }

    /// What search compares: lower case without marks, so that `hòa`, `hoà` and `HOA` are one.
    /// `đ` is a letter of its own that Unicode does not decompose; here it is a `d`.
    public static String searchable(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return SPACES.matcher(lower).replaceAll(" ").strip();
    }

    /// What order compares, by a Vietnamese collation: each word with its tone at the end. People write the
    /// tone of one
    /// syllable on either vowel (`hòa`, `hoà`), and a collation would take the place of a mark for a difference.
    public static String sortable(String text) {
        String decomposed = Normalizer.normalize(text, Form.NFD);
        return Normalizer.normalize(TONED_WORD.matcher(decomposed).replaceAll("$1$3$2"), Form.NFC);
    }

    /// A `LIKE` pattern that finds the text anywhere in a searchable column; wildcards in it are plain characters.
    public static String containing(String text) {
        String escaped =
                searchable(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + escaped + "%";
    }

    /// Whether the text holds nothing but space, of whatever kind.
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(VietnameseText::isSpace);
    }

    /// As [#SPACES] says.
    private static boolean isSpace(int character) {
        return Character.isSpaceChar(character) || (character >= '\t' && character <= '\r');
    }

    /// Whether the text holds only characters that can be stored and shown: no control characters but tab and
    /// line breaks, no half of a surrogate pair, nothing that is invisible or turns the direction of others (it
    /// would make two names that look alike, and neither Vietnamese nor the languages of the minorities need it),
    /// and no mark of characters that were lost.
    public static boolean isClean(String text) {
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            boolean lineBreak = character == '\t' || character == '\n' || character == '\r';
            boolean halfPair = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            boolean invisible = Character.getType(character) == Character.FORMAT;
            if (halfPair || invisible || character == LOST || (Character.isISOControl(character) && !lineBreak)) {
                return false;
            }
            index += Character.charCount(character);
        }
        return true;
    }
}
