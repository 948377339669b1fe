package vn.congdoan.vks.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// These tests know the system from outside: no class of a service, of the platform or of the gateway.
@Order(0)
class BlackBoxTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("vn.congdoan.vks.acceptance");

    private static ArchRule noneKnows(String... packages) {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
    }

    @Test
    void no_test_knows_a_class_of_the_services() {
        noneKnows(
                        "vn.congdoan.vks.platform..",
                        "vn.congdoan.vks.membership..",
                        "vn.congdoan.vks.campaign..",
                        "vn.congdoan.vks.welfare..",
                        "vn.congdoan.vks.gateway..",
                        "io.quarkus..")
                .check(CLASSES);
    }

    @Test
    void the_rule_can_fail() {
        assertThrows(
                AssertionError.class, () -> noneKnows("vn.congdoan.vks.local..").check(CLASSES));
    }
}
