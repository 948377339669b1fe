package vn.congdoan.vks.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.text.Dong;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @TestFactory
    Stream<DynamicTest> nobody_is_answered_with_a_bare_code() {
        return ProblemTextRules.ofThisModule();
    }

    @Test
    void a_text_tells_the_values_of_the_case() {
        assertEquals(
                "Must be from 1 to 200.",
                texts.find(Locale.ENGLISH, "violation.limit-out-of-range", Map.of("max", 200)));
        assertEquals(
                "Phải từ 1 đến 200.", texts.find(Locale.of("vi"), "violation.limit-out-of-range", Map.of("max", 200)));
        assertNull(texts.find(Locale.ENGLISH, "no.such.text", Map.of()));
        assertNull(texts.find(Locale.FRENCH, "not-found.title", Map.of()));
    }

    @Test
    void money_is_told_as_people_write_it_and_a_constant_without_a_word_by_its_name() {
        String key = "violation.limit-out-of-range";
        assertEquals(
                "Phải từ 1 đến 151.000.000 đ.", texts.find(Locale.of("vi"), key, Map.of("max", new Dong(151_000_000))));
        assertEquals(
                "Must be from 1 to 151,000,000 đ.",
                texts.find(Locale.ENGLISH, key, Map.of("max", new Dong(151_000_000))));
        assertEquals("Must be from 1 to SECONDS.", texts.find(Locale.ENGLISH, key, Map.of("max", TimeUnit.SECONDS)));
    }

    @Test
    void answers_are_vietnamese_where_nothing_else_is_asked_for() {
        assertEquals(Locale.of("vi"), texts.language(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"en;q=x", "en;q=", "en;q=2", ";;;q=x,,", "", ",", "en;q=0", "*, en;q=0", "fr", "vi;q=0.9, en"})
    void a_wish_that_cannot_be_read_or_met_is_none(String wish) {
        String longest = wish.startsWith("vi") ? wish + " ".repeat(256) : wish;
        assertEquals(Locale.of("vi"), language(longest), wish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN-us", "fr, en-GB;q=0.8, vi;q=0.5", "vi;q=0.9, en", "en;q=0.1"})
    void english_is_answered_where_it_is_wanted_most(String wish) {
        assertEquals(Locale.ENGLISH, language(wish), wish);
    }

    private Locale language(String wish) {
        return texts.language(new HttpHeadersImpl(List.of(Map.entry("Accept-Language", wish))));
    }

    @Test
    void codes_are_found_however_they_are_written(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Planted.java"), """
                class Planted {
                    private static final String CONSTANT = "by-constant";
                    void plain() { throw new Conflict("plain"); }
                    void chosen(boolean one) { throw new Forbidden(one ? "chosen" : ("other")); }
                    void constant() { throw new Unavailable(CONSTANT); }
                    void pointed() { throw new Unprocessable("/pointer", "pointed"); }
                    void query() { throw Invalid.parameter("name", "query"); }
                    Violation values() { return new Violation("/pointer", "values", Map.of("max", 1)); }
                    void given() { refuse(1, "given"); this.refuse(2, "given-too"); }
                    void refuse(int n, String code) { list.forEach(each -> { throw new Invalid("/" + n, code); }); }
                    void returned() { throw new Conflict(codeOf(1)); }
                    String codeOf(int n) { return switch (n) { case 1 -> "returned"; default -> "default"; }; }
                }
                """);

        ProblemCodes codes = ProblemCodes.in(sources);

        assertEquals(Set.of("plain", "chosen", "other", "by-constant", "returned", "default"), codes.problems());
        assertEquals(Set.of("pointed", "query", "values", "given", "given-too"), codes.violations());
        assertEquals(Set.of(), codes.unread());
    }

    @Test
    void a_code_that_cannot_be_read_is_told(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Hidden.java"), """
                class Hidden {
                    void joined(String end) { throw new Conflict("no-" + end); }
                    void foreign() { throw new Invalid("/pointer", Elsewhere.CODE); }
                    void computed() { throw new Stale(compute()); }
                }
                """);

        assertEquals(
                Set.of("Hidden: \"no-\" + end", "Hidden: Elsewhere.CODE", "Hidden: compute(…)"),
                ProblemCodes.in(sources).unread());
    }

    @Test
    void the_codes_of_the_platform_itself_are_found() {
        ProblemCodes codes = ProblemCodes.in(Path.of("src", "main", "java"));

        assertTrue(codes.problems().containsAll(Set.of("not-found", "stale", "rule-broken", "body-too-large")));
        assertTrue(
                codes.violations().containsAll(Set.of("not-a-date", "too-small", "unclean-text", "unit-out-of-scope")));
    }
}
