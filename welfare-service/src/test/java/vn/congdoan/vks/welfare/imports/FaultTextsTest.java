package vn.congdoan.vks.welfare.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever looks at a row reads what is wrong with it, and no bare code.
class FaultTextsTest {

    private static final Pattern RULE =
            Pattern.compile("(?:Fault\\(|[rR]efused\\(|\\? |: )[^\\n]*?\"([a-z]+(?:-[a-z]+)+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_fault_has_its_text(String language) throws IOException {
        String texts = Files.readString(Path.of("src", "main", "resources", "problems_" + language + ".properties"))
                + Files.readString(
                        Path.of("..", "platform", "src", "main", "resources", "problems_" + language + ".properties"));
        Set<String> without = rules().stream()
                .filter(rule -> !texts.contains("\nviolation." + rule + "="))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), without);
    }

    @Test
    void the_faults_are_found_in_the_sources() {
        Set<String> rules = rules();
        for (String known :
                Set.of("unreadable-day", "not-whole-dong", "unknown-member", "left-out", "closed-already")) {
            assertFalse(!rules.contains(known), known + " is not among " + rules);
        }
    }

    private static Set<String> rules() {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/vn/congdoan/vks/welfare/imports"))) {
            return sources.flatMap(each -> RULE.matcher(read(each)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
