package vn.congdoan.vks.platform.architecture;

import org.junit.jupiter.api.Test;

class CodeRulesTest {

    @Test
    void nobody_asks_the_machine_for_the_time() {
        Planted clocks = Planted.in("clock");
        clocks.onlyRefused(CodeRules.ASKS_THE_INJECTED_CLOCK, "AsksTheMachine");
        clocks.accepted(CodeRules.ASKS_THE_INJECTED_CLOCK, "AsksTheClock");
        clocks.refusedFor(
                CodeRules.ASKS_THE_INJECTED_CLOCK,
                "AsksTheMachine",
                "instant()",
                "dateInZone()",
                "byReference()",
                "methodReference()",
                "millis()",
                "java.util.Date.<init>()",
                "java.util.Calendar.getInstance",
                "java.util.GregorianCalendar.<init>()",
                "java.time.Clock.systemUTC()",
                "java.time.InstantSource.system()");
    }

    @Test
    void what_a_class_needs_comes_by_its_constructor() {
        Planted injections = Planted.in("injection");
        injections.onlyRefused(CodeRules.NO_INJECTED_FIELDS, "InjectedAnywhere");
        injections.onlyRefused(CodeRules.NO_INJECTED_METHODS, "InjectedAnywhere");
        injections.accepted(CodeRules.NO_INJECTED_FIELDS, "InjectedByConstructor");
        injections.accepted(CodeRules.NO_INJECTED_METHODS, "InjectedByConstructor");
        injections.refusedFor(
                CodeRules.NO_INJECTED_FIELDS,
                "InjectedAnywhere",
                "InjectedAnywhere.injected",
                "InjectedAnywhere.configured",
                "InjectedAnywhere.qualified",
                "InjectedAnywhere.persistent",
                "InjectedAnywhere.contextual");
    }

    @Test
    void no_name_ends_with_that_of_a_layer() {
        Planted names = Planted.in("naming");
        names.onlyRefused(CodeRules.NAMED_FOR_THE_DOMAIN, "Names");
        names.accepted(CodeRules.NAMED_FOR_THE_DOMAIN, "Service");
        names.refusedFor(
                CodeRules.NAMED_FOR_THE_DOMAIN,
                "Names",
                "ThingImpl",
                "ThingService",
                "ThingDto",
                "ThingDTO",
                "ThingEntity",
                "ThingUtil",
                "ThingUtils",
                "ThingManager",
                "ThingHelper",
                "ThingMapper",
                "ThingMappers");
    }

    @Test
    void nothing_is_printed_to_the_console() {
        Planted talk = Planted.in("console");
        talk.onlyRefused(CodeRules.SILENT_ON_THE_CONSOLE, "Talks");
        talk.accepted(CodeRules.SILENT_ON_THE_CONSOLE, "Logs");
        talk.refusedFor(CodeRules.SILENT_ON_THE_CONSOLE, "Talks", "System.out", "System.err", "printStackTrace");
    }

    @Test
    void nobody_sleeps() {
        Planted sleep = Planted.in("sleep");
        sleep.onlyRefused(CodeRules.NEVER_SLEEPS, "Sleeps");
        sleep.accepted(CodeRules.NEVER_SLEEPS, "Waits");
        sleep.refusedFor(CodeRules.NEVER_SLEEPS, "Sleeps", "thread()", "unit()");
    }

    @Test
    void a_service_is_written_for_threads() {
        Planted libraries = Planted.in("library");
        libraries.onlyRefused(CodeRules.WRITTEN_FOR_THREADS, "Reactive");
        libraries.accepted(CodeRules.WRITTEN_FOR_THREADS, "Plain");
    }
}
