package vn.congdoan.vks.campaign;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.OpenApiContract;
import vn.congdoan.vks.platform.testing.PlayedMembership;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class OpenApiContractTest {

    @Test
    void publishes_the_committed_contract() {
        OpenApiContract.isKept("campaign-service");
    }

    @Test
    void explains_every_operation() {
        OpenApiContract.isComplete();
    }
}
