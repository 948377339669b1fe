package vn.congdoan.vks.platform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/// How modules and the features inside them may depend on each other.
final class ModuleRules {

    private static final String EVERYTHING_OURS = "vn.congdoan.vks..";
    private static final String PLATFORM = "vn.congdoan.vks.platform..";

    /// What the framework itself uses, wherever it stands.
    private static final List<String> ANSWERS_TO_THE_FRAMEWORK = List.of(
            "jakarta.ws.rs.Path",
            "jakarta.ws.rs.ext.Provider",
            "io.quarkus.smallrye.openapi.OpenApiFilter",
            "io.quarkus.runtime.annotations.QuarkusMain");

    static final ArchRule NO_TEST_LIBRARIES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.junit..",
                    "org.hamcrest..",
                    "org.mockito..",
                    "net.jqwik..",
                    "io.restassured..",
                    "io.quarkus.test..",
                    "io.smallrye.jwt.build..",
                    "com.tngtech.archunit..",
                    "vn.congdoan.vks.local..")
            .because("what runs in production must not carry, or need, what only tests use");

    static final ArchRule NULL_MARKED = classes()
            .should(resideInNullMarkedPackage())
            .because("where null is allowed is written down and checked, and that begins with the package");

    private ModuleRules() {}

    static List<ArchRule> all(String root) {
        return List.of(noCycles(root), ownPackagesOnly(root), NO_TEST_LIBRARIES, NULL_MARKED);
    }

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can be understood and changed by itself only if nothing it needs needs it");
    }

    static ArchRule ownPackagesOnly(String root) {
        DescribedPredicate<JavaClass> others = resideInAnyPackage(EVERYTHING_OURS)
                .and(DescribedPredicate.not(resideInAnyPackage(root + "..", PLATFORM)))
                .as("are of another module than the platform");
        return noClasses()
                .should()
                .dependOnClassesThat(others)
                .because("services speak through their API and events, each is deployed alone,"
                        + " and the platform holds mechanism, no service's domain");
    }

    /// Records and enums are left out because they are the words of the API, which must be public for the framework,
    /// and interfaces because events are read by whoever is concerned.
    static ArchRule publicOnlyForOthers(String root) {
        return classes()
                .that(describe(
                        "are public and not for the framework",
                        each -> each.getPackageName().startsWith(root + ".")
                                && each.isTopLevelClass()
                                && each.getModifiers().contains(JavaModifier.PUBLIC)
                                && !each.isRecord()
                                && !each.isEnum()
                                && !each.isInterface()
                                && ANSWERS_TO_THE_FRAMEWORK.stream().noneMatch(each::isAnnotatedWith)))
                .should(beUsedFromAnotherPackage())
                .because("what no other feature uses is the feature's own affair: package-private");
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getPackage().getClasses().stream()
                        .filter(each -> each.equals(type) || each.getName().startsWith(type.getName() + "$"))
                        .flatMap(each -> each.getDirectDependenciesToSelf().stream())
                        .anyMatch(
                                each -> !each.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(
                        type, used, type.getDescription() + " is public, but only its own package uses it"));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(
                        type,
                        marked,
                        type.getDescription() + " resides in " + type.getPackageName()
                                + ", whose package-info does not say @NullMarked"));
            }
        };
    }
}
