package vn.congdoan.vks.platform.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// Classes that were written to break rules, and others beside them that keep the same rules.
record Planted(JavaClasses classes) {

    static final String ROOT = "vn.congdoan.vks.planted";

    /// Those of one package and below.
    static Planted in(String packageName) {
        return new Planted(ClassFiles.in(ROOT + "." + packageName));
    }

    /// The rule refuses each of these by its name, and no other class that was planted beside them.
    void onlyRefused(ArchRule rule, String... names) {
        Set<String> refused = new TreeSet<>();
        for (JavaClass each : classes) {
            if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
                EvaluationResult result = rule.allowEmptyShould(true).evaluate(alone(each));
                if (result.hasViolation()) {
                    refused.add(each.getSimpleName());
                    assertTrue(
                            report(result).contains(each.getName()), () -> "names " + each.getName() + report(result));
                }
            }
        }
        assertEquals(new TreeSet<>(Arrays.asList(names)), refused);
    }

    /// The rule looks at this class, and has nothing against it.
    void accepted(ArchRule rule, String name) {
        EvaluationResult result = rule.allowEmptyShould(false).evaluate(alone(find(name)));
        assertTrue(!result.hasViolation(), () -> report(result));
    }

    /// The rule finds as many violations in this class, one for each of these words.
    void refusedFor(ArchRule rule, String name, String... words) {
        EvaluationResult result = rule.evaluate(alone(find(name)));
        assertEquals(words.length, result.getFailureReport().getDetails().size(), () -> report(result));
        for (String word : words) {
            assertTrue(report(result).contains(word), () -> word + " in " + report(result));
        }
    }

    private JavaClass find(String name) {
        return classes.stream()
                .filter(each -> each.getSimpleName().equals(name))
                .findAny()
                .orElseThrow();
    }

    private JavaClasses alone(JavaClass type) {
        return classes.that(DescribedPredicate.describe(
                "are " + type.getName(),
                each -> each.equals(type) || each.getName().startsWith(type.getName() + "$")));
    }

    private static String report(EvaluationResult result) {
        return String.join("\n", result.getFailureReport().getDetails());
    }
}
