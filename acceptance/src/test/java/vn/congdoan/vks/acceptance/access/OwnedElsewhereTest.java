package vn.congdoan.vks.acceptance.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.OpenApi;
import vn.congdoan.vks.acceptance.api.OpenApi.Operation;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.Stored;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.World;

/// A union's records are written at one node. While that is another one, every operation that writes is refused
/// here and names it, and nothing is stored; afterwards the same request is done, so that nothing else was wrong
/// with it.
@ExtendWith(SystemUnderTest.class)
@Order(25)
class OwnedElsewhereTest {

    private static final String ELSEWHERE = "noi-khac";
    private static final List<String> SERVICES = List.of("membership", "campaign", "welfare");

    private static final String CATALOGUE = "the catalogue is the central union's";
    private static final String REGISTRY = "where a union's records are written is the central union's to say";
    private static final String ANSWER = "the answer to a proposal is the superior's record";
    private static final String LINK = "tends what travels between nodes, and writes no record";

    /// What writes no record of a union in the reach of these calls, and why.
    private static final Map<String, String> CENTRAL_ALONE = Map.ofEntries(
            Map.entry("createExternalBody", CATALOGUE),
            Map.entry("createExternalBodyWithId", CATALOGUE),
            Map.entry("reviseExternalBody", CATALOGUE),
            Map.entry("registerNode", REGISTRY),
            Map.entry("suspendNode", REGISTRY),
            Map.entry("resumeNode", REGISTRY),
            Map.entry("handOver", REGISTRY),
            Map.entry("keepRecords", REGISTRY),
            Map.entry("answerProposal", ANSWER),
            Map.entry("sendBackProposal", ANSWER),
            Map.entry("payProposal", ANSWER),
            Map.entry("returnProposalPayment", ANSWER),
            Map.entry("rotateNodeKey", "each node has a key of its own"),
            Map.entry("requestMembershipComparison", LINK),
            Map.entry("requestCampaignComparison", LINK),
            Map.entry("requestWelfareComparison", LINK),
            Map.entry("retryMembershipQuarantined", LINK),
            Map.entry("retryCampaignQuarantined", LINK),
            Map.entry("retryWelfareQuarantined", LINK),
            Map.entry("discardMembershipQuarantined", LINK),
            Map.entry("discardCampaignQuarantined", LINK),
            Map.entry("discardWelfareQuarantined", LINK));

    private final World world;
    private final LocalSystem system;
    private final List<Operation> writing;

    OwnedElsewhereTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
        this.writing = OpenApi.of(world.gateway()).operations().stream()
                .filter(operation -> !operation.method().equals("GET"))
                .toList();
    }

    @Test
    void what_central_alone_writes_is_served() {
        Set<String> served = writing.stream().map(Operation::id).collect(Collectors.toSet());
        Set<String> gone = new TreeSet<>(CENTRAL_ALONE.keySet());
        gone.removeAll(served);
        assertEquals(Set.of(), gone);
    }

    @TestFactory
    Stream<DynamicTest> what_is_written_elsewhere_is_refused_here_and_nothing_is_stored() {
        return writing.stream()
                .filter(operation -> !CENTRAL_ALONE.containsKey(operation.id()))
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> refuse(operation)));
    }

    @TestFactory
    Stream<DynamicTest> what_central_alone_writes_goes_on() {
        return writing.stream()
                .filter(operation -> CENTRAL_ALONE.containsKey(operation.id()))
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> allow(operation)));
    }

    private void refuse(Operation operation) throws SQLException {
        Account caller = world.caller(Allowed.somebody(operation.id()));
        Call call = valid(operation);
        Map<String, String> before;
        Map<String, String> after;
        Answer answer;
        writtenElsewhere();
        try {
            before = Stored.in(system);
            answer = world.gateway().send(call, caller.token());
            after = Stored.in(system);
        } finally {
            writtenHere();
        }
        assertEquals("409 owned-elsewhere", answer.status() + " " + answer.code(), answer::toString);
        assertTrue(answer.json().path("detail").asText().contains(ELSEWHERE), answer::toString);
        assertEquals(before, after, "something was stored");
        Answer control = world.gateway().send(call, caller.token());
        assertTrue(control.status() < 300, () -> "the valid request is none: " + call + "\n" + control);
    }

    private void allow(Operation operation) throws SQLException {
        Account caller = world.caller(Allowed.somebody(operation.id()));
        Call call = valid(operation);
        writtenElsewhere();
        try {
            Answer answer = world.gateway().send(call, caller.token());
            assertTrue(answer.status() < 300, answer::toString);
        } finally {
            writtenHere();
        }
    }

    private Call valid(Operation operation) {
        return new ValidCalls(world, world.own().inside()).of(operation.id(), "");
    }

    /// As at the end of a hand-over: the union has records here, and writes them at a node of its own from now on.
    private void writtenElsewhere() throws SQLException {
        inAllServices("insert into home (union_id, node) values (?::uuid, '" + ELSEWHERE + "')");
    }

    private void writtenHere() throws SQLException {
        inAllServices("delete from home where union_id = ?::uuid");
    }

    private void inAllServices(String statement) throws SQLException {
        for (String service : SERVICES) {
            try (Connection connection = system.postgres().connect(service);
                    PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setString(1, world.own().id());
                assertEquals(1, prepared.executeUpdate(), service);
            }
        }
    }
}
