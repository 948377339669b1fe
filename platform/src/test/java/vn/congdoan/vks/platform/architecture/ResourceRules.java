package vn.congdoan.vks.platform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a resource of the HTTP API is: thin, on a virtual thread, under a known path, and never without a permission.
final class ResourceRules {

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String OPERATION = "jakarta.ws.rs.HttpMethod";
    private static final String NEEDS = "vn.congdoan.vks.platform.access.Needs";
    private static final String FORBIDDEN = "vn.congdoan.vks.platform.problem.Forbidden";
    private static final String PUBLIC_PATH = "/api/v1/";
    private static final String INTERNAL_PATH = "/internal/";
    private static final String EVENTS_PATH = "/asyncapi";

    /// Interfaces with a path are clients, or contracts that a class fulfils.
    private static final DescribedPredicate<JavaClass> RESOURCE =
            describe("are resources", each -> !each.isInterface() && each.isAnnotatedWith(PATH));

    static final ArchRule ON_VIRTUAL_THREADS = classes()
            .that(RESOURCE)
            .should()
            .beAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
            .because("resources wait for the database, and must not hold up an event loop or a pool while they do");

    static final ArchRule UNDER_A_KNOWN_PATH = classes()
            .that(RESOURCE)
            .should(haveKnownPath())
            .because("the public API has one root and one version, and the gateway forwards nothing internal");

    static final ArchRule NAMED_RESOURCE = classes()
            .that(RESOURCE)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .because("whoever looks for the door of a feature finds it by its name");

    static final ArchRule NEED_A_PERMISSION = methods()
            .that()
            .areMetaAnnotatedWith(OPERATION)
            .and()
            .areDeclaredInClassesThat(RESOURCE.and(describe("are public API", each -> !isInternal(each))))
            .should()
            .beAnnotatedWith(NEEDS)
            .because("an operation without a declared permission would be open to everybody who is somebody");

    static final ArchRule INTERNAL_ONES_REFUSE = methods()
            .that()
            .areMetaAnnotatedWith(OPERATION)
            .and()
            .areDeclaredInClassesThat(RESOURCE.and(describe("are internal", ResourceRules::isInternal)))
            .and()
            .areNotAnnotatedWith(NEEDS)
            .should(refuseByThemselves())
            .because("internal operations without @Needs must themselves tell the accounts of services from others");

    static final ArchRule THIN = noClasses()
            .that(belongTo(RESOURCE))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "vn.congdoan.vks.platform.sql..")
                    .or(describe("are an entity manager", ResourceRules::isEntityManager))
                    .as("talk to the database"))
            .because("a resource translates between HTTP and the feature; queries belong to the feature's plural noun");

    static final List<ArchRule> COMMON =
            List.of(ON_VIRTUAL_THREADS, UNDER_A_KNOWN_PATH, NAMED_RESOURCE, INTERNAL_ONES_REFUSE, THIN);

    private ResourceRules() {}

    private static boolean isEntityManager(JavaClass type) {
        return type.isAssignableTo("jakarta.persistence.EntityManager")
                || type.isAssignableTo("jakarta.persistence.EntityManagerFactory")
                || type.isAssignableTo("org.hibernate.SharedSessionContract");
    }

    private static boolean isInternal(JavaClass resource) {
        return path(resource).startsWith(INTERNAL_PATH);
    }

    private static String path(JavaClass resource) {
        Optional<Object> value = resource.tryGetAnnotationOfType(PATH).flatMap(path -> path.get("value"));
        return String.valueOf(value.orElse(""));
    }

    private static ArchCondition<JavaClass> haveKnownPath() {
        return new ArchCondition<>(
                "have a path that starts with " + PUBLIC_PATH + " or " + INTERNAL_PATH + ", or describe the events") {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                String path = path(resource);
                boolean known =
                        Stream.of(PUBLIC_PATH, INTERNAL_PATH, EVENTS_PATH).anyMatch(path::startsWith);
                events.add(new SimpleConditionEvent(
                        resource, known, resource.getDescription() + " has the path \"" + path + "\""));
            }
        };
    }

    /// The operation, or a method of its own class that it calls, answers 403.
    private static ArchCondition<JavaMethod> refuseByThemselves() {
        return new ArchCondition<>("throw Forbidden, or call a method of their class that does") {
            @Override
            public void check(JavaMethod operation, ConditionEvents events) {
                Stream<JavaCodeUnit> guards = operation.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().equals(operation.getOwner()))
                        .flatMap(call -> call.getTarget().resolveMember().stream());
                boolean refuses = Stream.concat(Stream.of(operation), guards)
                        .flatMap(each -> each.getConstructorCallsFromSelf().stream())
                        .anyMatch(call -> call.getTargetOwner().getName().equals(FORBIDDEN));
                events.add(new SimpleConditionEvent(
                        operation, refuses, operation.getDescription() + " lets every account in"));
            }
        };
    }
}
