package vn.congdoan.vks.membership;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.OpenApiContract;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class OpenApiContractTest {

    @Test
    void publishes_the_committed_contract() {
        OpenApiContract.isKept("membership-service");
    }

    @Test
    void explains_every_operation() {
        OpenApiContract.isComplete();
    }
}
