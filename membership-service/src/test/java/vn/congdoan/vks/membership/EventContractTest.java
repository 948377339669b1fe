package vn.congdoan.vks.membership;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.EventContract;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class EventContractTest {

    @Test
    void publishes_the_committed_contract() {
        EventContract.isKept("membership-service");
    }

    @Test
    void keeps_sensitive_data_home() {
        EventContract.keepsSensitiveDataHome();
    }

    @Test
    void logs_what_the_contract_promises() {
        String code = Api.newCode();
        Api.union(code);
        EventContract.isKeptByTheLog();
    }
}
