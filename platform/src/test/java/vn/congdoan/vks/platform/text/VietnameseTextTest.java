package vn.congdoan.vks.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VietnameseTextTest {

    @Test
    void text_is_stored_composed() {
        String decomposed = "Nguye\u0302\u0303n";

        assertEquals("Nguy\u1ec5n", VietnameseText.normalized(decomposed));
    }

    @Test
    void a_line_has_single_spaces_and_none_at_its_ends() {
        assertEquals("Trần Thị Lan", VietnameseText.singleLine(" \u00a0Trần\t Thị \n\u3000Lan "));
    }

    @Test
    void search_knows_no_case_no_marks_and_no_way_of_composing() {
        for (String name :
                List.of("nguyen", "NGUYEN", "Nguyễn", "NGUYỄN", "Nguye\u0302\u0303n", "nguye\u0303\u0302n")) {
            assertEquals("nguyen", VietnameseText.searchable(name), name);
        }
    }

    @Test
    void search_takes_dd_for_d() {
        for (String name : List.of("d", "D", "đ", "Đ", "\u0111", "\u0110")) {
            assertEquals("d", VietnameseText.searchable(name), name);
        }
        assertEquals("do dinh duc", VietnameseText.searchable("Đỗ Đình Đức"));
    }

    @Test
    void search_does_not_care_on_which_vowel_the_tone_stands() {
        assertEquals(VietnameseText.searchable("hòa"), VietnameseText.searchable("hoà"));
        assertEquals("hoa", VietnameseText.searchable("HÒA"));
    }

    @Test
    void every_vietnamese_letter_is_searched_as_a_plain_one() {
        assertEquals(
                "aaaaa aaaaaa aaaaaa eeeee eeeeee iiiii ooooo oooooo oooooo uuuuu uuuuuu yyyyy d",
                VietnameseText.searchable(
                        "àáảãạ ăằắẳẵặ âầấẩẫậ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ đ"));
    }

    @Test
    void wildcards_in_what_is_searched_are_plain_characters() {
        assertEquals("%50\\%\\_a\\\\b%", VietnameseText.containing("50%_A\\b"));
    }

    @Test
    void tabs_line_breaks_and_every_whole_character_are_clean() {
        assertTrue(VietnameseText.isClean(""));
        assertTrue(VietnameseText.isClean("Viện kiểm sát\tnhân dân\r\ntối cao"));
        assertTrue(VietnameseText.isClean("\ud83c\udf89"));
    }

    @Test
    void control_characters_are_not_clean() {
        for (char control : "\u0000\u0001\u0008\u000b\u001b\u007f\u0085\u009f".toCharArray()) {
            assertFalse(VietnameseText.isClean("a" + control + "b"), Integer.toHexString(control));
        }
    }

    @Test
    void what_is_invisible_or_turns_the_direction_is_not_clean() {
        for (char invisible : "\ufeff\u200b\u200c\u200d\u200e\u202a\u202e\u2060\u2066\u2069\u00ad".toCharArray()) {
            assertFalse(VietnameseText.isClean("An" + invisible), Integer.toHexString(invisible));
        }
        assertFalse(VietnameseText.isClean("An\udb40\udc41"));
        assertTrue(VietnameseText.isClean("An\u00a0Bình\u2013\u2764\ufe0f"));
    }

    @Test
    void the_mark_of_a_lost_character_is_not_clean() {
        assertFalse(VietnameseText.isClean("Nguy\ufffdn"));
    }

    @Test
    void half_a_character_is_not_clean() {
        assertFalse(VietnameseText.isClean("a\ud83c"));
        assertFalse(VietnameseText.isClean("\udf89a"));
        assertFalse(VietnameseText.isClean("\udf89\ud83c"));
        assertFalse(VietnameseText.isClean("\ud83c\ud83c\udf89"));
    }

    @Property
    void what_is_searchable_stays_as_it_is(@ForAll("texts") String text) {
        String searchable = VietnameseText.searchable(text);

        assertEquals(searchable, VietnameseText.searchable(searchable));
    }

    @Property
    void composed_and_decomposed_text_find_each_other(@ForAll("texts") String text) {
        assertEquals(
                VietnameseText.searchable(Normalizer.normalize(text, Form.NFC)),
                VietnameseText.searchable(Normalizer.normalize(text, Form.NFD)));
    }

    @Property
    void text_finds_itself_in_capitals(@ForAll("vietnamese") String text) {
        assertEquals(
                VietnameseText.searchable(text), VietnameseText.searchable(text.toUpperCase(java.util.Locale.ROOT)));
    }

    @Property
    void a_name_is_found_by_any_part_of_it(@ForAll("vietnamese") String before, @ForAll("vietnamese") String part) {
        String pattern = VietnameseText.containing(part);

        assertTrue(VietnameseText.searchable(before + part).contains(pattern.substring(1, pattern.length() - 1)));
    }

    @Provide
    Arbitrary<String> vietnamese() {
        return Arbitraries.strings()
                .withChars(
                        "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵĐÁƠƯ")
                .ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> marks = Arbitraries.strings()
                .withChars('\u0300', '\u036f')
                .withChars("aeiouydđAEIOUYDĐ \t\u00a0")
                .ofMaxLength(20);
        return Arbitraries.oneOf(
                vietnamese(), marks, Arbitraries.strings().all().ofMaxLength(20));
    }
}
