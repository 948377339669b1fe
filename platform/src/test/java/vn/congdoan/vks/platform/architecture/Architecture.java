package vn.congdoan.vks.platform.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// All rules of the code, one test for each, over the classes that a module ships.
///
/// The rules know the platform and the frameworks by name only, so that the gateway, which has neither the platform nor
/// a database on its class path, is held to the same.
public final class Architecture {

    private static final String PLATFORM = "vn.congdoan.vks.platform";

    private Architecture() {}

    /// The rules over the module whose root package the test stands in.
    public static Stream<DynamicTest> of(Class<?> test) {
        List<ArchRule> rules = new ArrayList<>(common(test.getPackageName()));
        rules.add(ResourceRules.NEED_A_PERMISSION);
        rules.add(CodeRules.WRITTEN_FOR_THREADS);
        return tests(test.getPackageName(), rules);
    }

    /// The rules over the gateway. It works on event loops, and leaves it to the services to judge who may do what.
    public static Stream<DynamicTest> ofGateway(Class<?> test) {
        return tests(test.getPackageName(), common(test.getPackageName()));
    }

    private static Stream<DynamicTest> tests(String root, List<ArchRule> rules) {
        JavaClasses classes = ClassFiles.in(root, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
        return Stream.concat(
                Stream.of(dynamicTest("there are classes to check in " + root, () -> assertFalse(classes.isEmpty()))),
                rules.stream()
                        .map(rule -> dynamicTest(
                                rule.getDescription(),
                                () -> rule.allowEmptyShould(true).check(classes))));
    }

    private static List<ArchRule> common(String root) {
        List<ArchRule> rules = new ArrayList<>();
        rules.addAll(ModuleRules.all(root));
        rules.addAll(ResourceRules.COMMON);
        rules.addAll(EntityRules.ALL);
        rules.addAll(CodeRules.COMMON);
        if (!root.equals(PLATFORM)) {
            rules.add(ModuleRules.publicOnlyForOthers(root));
        }
        return rules;
    }
}
