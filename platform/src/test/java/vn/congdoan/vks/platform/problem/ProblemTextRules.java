package vn.congdoan.vks.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// What holds for the texts of problems, for the platform's and together with each service's own: nobody is ever
/// answered with a bare code.
public final class ProblemTextRules {

    private static final String CONSTRAINT = "constraint.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    private final Map<String, String> vietnamese;
    private final Map<String, String> english;
    private final Path sources;

    private ProblemTextRules(Path sources) {
        ProblemTexts texts = new ProblemTexts();
        this.vietnamese = texts.all(Locale.of("vi"));
        this.english = texts.all(Locale.ENGLISH);
        this.sources = sources;
    }

    /// The rules over the texts on the class path and the sources of the module that is tested.
    public static Stream<DynamicTest> ofThisModule() {
        return new ProblemTextRules(Path.of("src", "main", "java")).tests();
    }

    private Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest("both languages have texts", () -> assertFalse(vietnamese.isEmpty() || english.isEmpty())),
                dynamicTest("what is said in one language is said in the other", this::sameKeys),
                dynamicTest("both languages tell the same values", this::samePlaceholders),
                dynamicTest("texts are composed and not empty", this::composed),
                dynamicTest("a title has a detail, a detail a title", this::titlesWithDetails),
                dynamicTest("every code in the sources has its texts", this::everyCodeHasTexts),
                dynamicTest("a constraint of the database leads to a code with texts", this::constraintsHaveTexts));
    }

    private void sameKeys() {
        // Which problem a constraint means is no text, and stands in one bundle only.
        assertEquals(texts(english), texts(vietnamese));
    }

    private void samePlaceholders() {
        english.forEach((key, text) -> {
            if (!key.startsWith(CONSTRAINT)) {
                assertEquals(placeholders(text), placeholders(vietnamese.getOrDefault(key, "")), key);
            }
        });
    }

    private void composed() {
        for (Map<String, String> language : List.of(english, vietnamese)) {
            language.forEach((key, text) -> {
                assertEquals(Normalizer.normalize(text, Form.NFC), text, key);
                assertFalse(text.isBlank(), key);
            });
        }
    }

    private void titlesWithDetails() {
        assertEquals(ending(".title"), ending(".detail"));
    }

    private void everyCodeHasTexts() {
        ProblemCodes codes = ProblemCodes.in(sources);
        assertEquals(Set.of(), codes.unread(), "write a code where it is thrown");
        assertEquals(Set.of(), without(ending(".title"), codes.problems()), "problems without texts");
        Set<String> violations = english.keySet().stream()
                .filter(key -> key.startsWith("violation."))
                .map(key -> key.substring("violation.".length()))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), without(violations, codes.violations()), "violations without texts");
    }

    private void constraintsHaveTexts() {
        Set<String> codes = english.entrySet().stream()
                .filter(each -> each.getKey().startsWith(CONSTRAINT))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), without(ending(".title"), codes));
    }

    private Set<String> ending(String end) {
        return english.keySet().stream()
                .filter(key -> key.endsWith(end))
                .map(key -> key.substring(0, key.length() - end.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(Map<String, String> language) {
        return language.keySet().stream()
                .filter(key -> !key.startsWith(CONSTRAINT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> known, Set<String> used) {
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(known);
        return missing;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
