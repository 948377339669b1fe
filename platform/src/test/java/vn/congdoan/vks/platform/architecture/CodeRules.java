package vn.congdoan.vks.platform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// What no class does, whatever it is.
final class CodeRules {

    private static final Set<String> INJECTS =
            Set.of("jakarta.inject.Inject", "jakarta.persistence.PersistenceContext", "jakarta.ws.rs.core.Context");

    private static final Set<String> OLD_CALENDARS = Set.of("java.util.Date", "java.util.GregorianCalendar");

    static final ArchRule ASKS_THE_INJECTED_CLOCK = noClasses()
            .should()
            .accessTargetWhere(describe("reads the machine's clock", CodeRules::readsTheMachinesClock))
            .because("the one clock is injected: tests set it, and its zone makes the business day Vietnam's");

    static final ArchRule NO_INJECTED_FIELDS = noFields()
            .should()
            .beAnnotatedWith(describe("an injection", each -> injects(each.getRawType())))
            .because("what a class needs stands in its constructor: complete when made, final, and makeable in a test");

    static final ArchRule NO_INJECTED_METHODS = noMethods()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a second step of initialization is one that somebody can forget");

    static final ArchRule NAMED_FOR_THE_DOMAIN = noClasses()
            .should()
            .haveNameMatching(".*[^.$](Impl|Service|Dto|DTO|Entity|Utils?|Manager|Helper|Mappers?)")
            .because("such a suffix names a layer; a name says what the thing is or does in the domain");

    static final ArchRule SILENT_ON_THE_CONSOLE = noClasses()
            .should(ACCESS_STANDARD_STREAMS)
            .because("a service speaks through its log, which has the request's id and no personal data");

    static final ArchRule NEVER_SLEEPS = noClasses()
            .should()
            .accessTargetWhere(describe("sleeps", CodeRules::sleeps))
            .because("a wait for a time is a guess; wait for the condition, or be scheduled");

    /// Only the gateway, which forwards on event loops, meets the framework where it answers with a `Uni`.
    static final ArchRule WRITTEN_FOR_THREADS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smallrye.mutiny..")
            .because("on virtual threads code waits, and reads from top to bottom");

    static final List<ArchRule> COMMON = List.of(
            ASKS_THE_INJECTED_CLOCK,
            NO_INJECTED_FIELDS,
            NO_INJECTED_METHODS,
            NAMED_FOR_THE_DOMAIN,
            SILENT_ON_THE_CONSOLE,
            NEVER_SLEEPS);

    private CodeRules() {}

    /// In Quarkus a qualifier on a field, as those of configuration and of REST clients, injects by itself.
    private static boolean injects(JavaClass annotation) {
        return INJECTS.contains(annotation.getName()) || annotation.isAnnotatedWith("jakarta.inject.Qualifier");
    }

    private static boolean readsTheMachinesClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        if (name.equals("now") && owner.startsWith("java.time.")) {
            return !takes("java.time.Clock", access);
        }
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.Calendar" -> name.equals("getInstance");
            case "java.time.Clock", "java.time.InstantSource" ->
                (name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)")) && !producesABean(access);
            default -> OLD_CALENDARS.contains(owner) && name.equals("<init>") && takesNothing(access);
        };
    }

    /// The one place where the clock comes from.
    private static boolean producesABean(JavaAccess<?> access) {
        return access.getOrigin().isAnnotatedWith("jakarta.enterprise.inject.Produces");
    }

    private static boolean takes(String type, JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(each -> each.getName().equals(type));
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }

    private static boolean sleeps(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return access.getName().equals("sleep")
                && (owner.equals("java.lang.Thread") || owner.equals("java.util.concurrent.TimeUnit"));
    }
}
