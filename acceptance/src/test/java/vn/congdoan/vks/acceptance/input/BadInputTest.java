package vn.congdoan.vks.acceptance.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.access.Allowed;
import vn.congdoan.vks.acceptance.access.ValidCalls;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.OpenApi;
import vn.congdoan.vks.acceptance.api.OpenApi.Operation;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.Stored;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.World;

/// Whatever is wrong with a request, for every operation of the document: the answer is 4xx with problem details that
/// name the place, and nothing is stored. In the end the unspoiled request is done, so it was the spoiling that was
/// refused.
@ExtendWith(SystemUnderTest.class)
@Order(40)
class BadInputTest {

    private static final int AT_ONCE = 4;
    private static final AtomicInteger SENT = new AtomicInteger();

    private final World world;
    private final LocalSystem system;
    private final OpenApi document;

    BadInputTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
        this.document = OpenApi.of(world.gateway());
    }

    @BeforeAll
    static void begin() {
        SENT.set(0);
    }

    @AfterAll
    static void tellTheCount() {
        System.out.printf("Bad input: %d requests refused or reported%n", SENT.get());
    }

    @TestFactory
    Stream<DynamicTest> refuses_what_is_wrong_in_itself_and_stores_nothing() {
        return document.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> spoilAll(operation)));
    }

    private void spoilAll(Operation operation) throws Exception {
        Account caller = world.caller(Allowed.somebody(operation.id()));
        Call valid = new ValidCalls(world, world.own().inside()).of(operation.id(), "");
        List<Spoiled> spoiled = new ArrayList<>(RequestSpoiling.of(document, operation, valid));
        if (operation.takesBody() && !operation.takesFile() && !operation.takesPaper()) {
            spoiled.addAll(BodySpoiling.of(document, operation, valid));
        }
        Map<String, String> before = Stored.in(system);
        List<String> wrong = sendAll(spoiled, caller);
        assertTrue(
                wrong.isEmpty(),
                () -> operation + ", " + wrong.size() + " of " + spoiled.size() + ":\n  " + String.join("\n  ", wrong));
        assertEquals(before, Stored.in(system), "something was stored");
        Answer control = world.gateway().send(valid, caller.token());
        assertTrue(control.status() < 300, () -> "the valid request is none: " + valid + "\n" + control);
    }

    /// At the same time as others, and judged by itself: not as another one's repetition.
    private static Call underItsOwnKey(Call call) {
        return call.headers().containsKey("Idempotency-Key") ? call.with("Idempotency-Key", Forms.id()) : call;
    }

    private List<String> sendAll(List<Spoiled> spoiled, Account caller) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<String>>> answers = spoiled.stream()
                    .map(each -> threads.submit(() -> {
                        SENT.incrementAndGet();
                        return each.differences(world.gateway().send(underItsOwnKey(each.call()), caller.token()));
                    }))
                    .toList();
            for (Future<List<String>> answer : answers) {
                wrong.addAll(answer.get());
            }
        }
        return wrong;
    }
}
