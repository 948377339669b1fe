package vn.congdoan.vks.acceptance.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.access.Allowed;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.api.OpenApi;
import vn.congdoan.vks.acceptance.api.OpenApi.Operation;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.Stored;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.World;

/// A body of 100 MB is refused long before it has arrived, whether it says its length or not.
@ExtendWith(SystemUnderTest.class)
@Order(41)
class LargeBodyTest {

    private static final long READ_AT_MOST = 16L * 1024 * 1024;

    private final World world;
    private final LocalSystem system;
    private final Map<String, String> before;

    LargeBodyTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
        this.before = Stored.in(system);
    }

    @TestFactory
    Stream<DynamicTest> refuses_100_MB_of_a_stated_length() {
        return operationsWithBody().map(each -> DynamicTest.dynamicTest(each.id(), () -> refuse(each, false)));
    }

    @TestFactory
    Stream<DynamicTest> refuses_100_MB_in_chunks() {
        // A paper is read only where there is a case for it: PapersThroughGatewayTest.
        return operationsWithBody()
                .filter(each -> !each.takesPaper())
                .map(each -> DynamicTest.dynamicTest(each.id(), () -> refuse(each, true)));
    }

    private Stream<Operation> operationsWithBody() {
        return OpenApi.of(world.gateway()).operations().stream().filter(Operation::takesBody);
    }

    private void refuse(Operation operation, boolean chunked) throws java.io.IOException {
        String token = world.caller(Allowed.somebody(operation.id())).token();
        String path = operation.path().replaceAll("\\{[^}]+}", Forms.id());
        String type =
                operation.takesPaper() ? "application/pdf" : operation.takesFile() ? "text/csv" : "application/json";
        Upload.Refusal refusal =
                Upload.send(system.place().gatewayPort(), operation.method(), path, type, token, chunked);
        assertEquals(413, refusal.status(), refusal.toString());
        assertTrue(refusal.head().contains("application/problem+json"), refusal.toString());
        assertEquals("body-too-large", Json.read(refusal.body()).path("code").asText());
        assertTrue(refusal.sent() <= READ_AT_MOST, () -> refusal.sent() + " bytes were taken");
        assertEquals(before, Stored.in(system), "something was stored");
    }
}
