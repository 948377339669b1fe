package vn.congdoan.vks.acceptance.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.access.PermissionTable.Row;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.OpenApi;
import vn.congdoan.vks.acceptance.api.OpenApi.Operation;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Site;
import vn.congdoan.vks.acceptance.world.World;

/// Walks every operation × every kind of caller through the real system, with real tokens.
@ExtendWith(SystemUnderTest.class)
@Order(20)
class PermissionTableTest {

    /// As many as keep two cores busy.
    private static final int AT_ONCE = 4;

    private static final PermissionTable TABLE = PermissionTable.committed();
    private static final AtomicInteger SENT = new AtomicInteger();

    private final World world;
    private final OpenApi document;
    private final Set<String> reading;

    PermissionTableTest(World world) {
        this.world = world;
        this.document = OpenApi.of(world.gateway());
        this.reading = document.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(Operation::id)
                .collect(Collectors.toSet());
    }

    @BeforeAll
    static void begin() {
        SENT.set(0);
    }

    @AfterAll
    static void tellTheCounts() {
        System.out.printf(
                "Permission table: %d operations in %d rows × %d callers = %d requests%n",
                TABLE.rows().stream().map(Row::operation).distinct().count(),
                TABLE.rows().size(),
                TABLE.callers().size(),
                SENT.get());
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        Set<String> served =
                new TreeSet<>(document.operations().stream().map(Operation::id).toList());
        Set<String> decided = new TreeSet<>();
        TABLE.rows().stream().filter(row -> row.variant().isEmpty()).forEach(row -> decided.add(row.operation()));
        assertEquals(served, decided);
        TABLE.rows().forEach(row -> assertTrue(served.contains(row.operation()), row.toString()));
    }

    @Test
    void every_caller_is_a_column() {
        List<String> callers = new ArrayList<>(world.callers());
        callers.add(PermissionTable.NO_TOKEN);
        assertEquals(callers, TABLE.callers());
    }

    @Test
    void a_cell_that_says_nothing_known_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PermissionTable.parse("operation, case, NOBODY\ngetMe, , perhaps\n"));
        assertThrows(IllegalArgumentException.class, () -> PermissionTable.parse("operation, case, NOBODY\ngetMe, \n"));
    }

    @TestFactory
    Stream<DynamicTest> the_document_names_the_roles_of_the_table() {
        return document.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.id(),
                        () -> assertEquals(
                                new TreeSet<>(TABLE.rolesInScope(operation.id())), new TreeSet<>(operation.roles()))));
    }

    @TestFactory
    Stream<DynamicTest> everybody_may_do_what_the_table_says_and_nothing_else() {
        return TABLE.rows().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> walk(row)));
    }

    private void walk(Row row) throws ExecutionException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        Map<Site, Call> shared = new ConcurrentHashMap<>();
        int atOnce = isOnTheOne(row) ? 1 : AT_ONCE;
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<List<String>>> cells = TABLE.callers().stream()
                    .map(caller -> threads.submit(() -> walk(row, caller, shared)))
                    .toList();
            for (Future<List<String>> cell : cells) {
                wrong.addAll(cell.get());
            }
        }
        assertTrue(wrong.isEmpty(), () -> row + ":\n  " + String.join("\n  ", wrong));
    }

    /// There is one own record, and one own node: whoever changes it makes it stale for the others.
    private static boolean isOnTheOne(Row row) {
        return row.variant().equals("own-record")
                || row.operation().endsWith("ChangeRequest")
                || row.operation().contains("Node");
    }

    private List<String> walk(Row row, String caller, Map<Site, Call> shared) {
        Call call = call(row, caller, shared);
        String token = caller.equals(PermissionTable.NO_TOKEN)
                ? null
                : world.caller(caller).token();
        var answer = world.gateway().send(call, token);
        SENT.incrementAndGet();
        return CellCheck.differences(row.cell(caller), caller, answer).stream()
                .map(difference -> caller + ": " + difference)
                .toList();
    }

    /// Whoever changes its target has one of its own. Those who only read share one, and those who may not change
    /// it.
    private Call call(Row row, String caller, Map<Site, Call> shared) {
        Site site = caller.equals("ALL@section-below")
                ? world.own().top()
                : world.own().inside();
        boolean changes = row.cell(caller).isAllowed() && !reading.contains(row.operation());
        return changes || isOnTheOne(row) ? valid(row, site) : shared.computeIfAbsent(site, place -> valid(row, place));
    }

    private Call valid(Row row, Site site) {
        return new ValidCalls(world, site).of(row.operation(), row.variant());
    }
}
