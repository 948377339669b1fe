package vn.congdoan.vks.membership;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.congdoan.vks.platform.architecture.Architecture;
import vn.congdoan.vks.platform.problem.ProblemTextRules;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_code_keeps_the_rules() {
        return Architecture.of(ArchitectureTest.class);
    }

    @TestFactory
    Stream<DynamicTest> nobody_is_answered_with_a_bare_code() {
        return ProblemTextRules.ofThisModule();
    }
}
