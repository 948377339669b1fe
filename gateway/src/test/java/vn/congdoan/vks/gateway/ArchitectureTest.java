package vn.congdoan.vks.gateway;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.congdoan.vks.platform.architecture.Architecture;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_code_keeps_the_rules() {
        return Architecture.ofGateway(ArchitectureTest.class);
    }
}
