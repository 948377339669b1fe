package vn.congdoan.vks.welfare;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.EventContract;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class EventContractTest {

    @Test
    void publishes_the_committed_contract() {
        EventContract.isKept("welfare-service");
    }

    @Test
    void keeps_sensitive_data_home() {
        EventContract.keepsSensitiveDataHome();
    }
}
