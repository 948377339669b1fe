package vn.congdoan.vks.welfare.proposal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.PROPOSALS;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.answer;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.done;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.get;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.lines;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.named;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.sent;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.ProvinceNode;

/// The two ends of a proposal at two nodes: the one tells of the proposal, the other of the answer.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ProposalNodesTest {

    private final UUID union = UUID.randomUUID();
    private final UUID line = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
    private final UUID other = new UUID(2, UUID.randomUUID().getLeastSignificantBits());
    private final ProvinceNode node = new ProvinceNode("node-" + union, union);

    @Inject
    Sql sql;

    @Inject
    Changes changes;

    @Inject
    Receiving receiving;

    @BeforeEach
    void a_union_with_a_node_of_its_own() {
        sql.change("insert into home (union_id, node) values (?, ?)", union, "node-" + union);
        sql.change("""
                insert into directory_unit_version (unit_id, union_id, parent_id, kind, code, name, valid_from)
                values (?, ?, ?, 'PROVINCIAL_UNION', ?, 'Công đoàn ở nút khác', '2020-01-01')
                """, union, union, VKSTC.id(), union.toString());
    }

    @AfterEach
    void it_goes_again() {
        sql.change("delete from directory_unit_version where unit_id = ?", union);
    }

    @Test
    void a_proposal_of_another_node_is_answered_here_and_the_answer_is_for_both() {
        String fund = fund(VKSTC);
        fill(VKSTC, fund, "BANK", 1_000);
        UUID id = node.tell(ProposalState.TYPE, state("SUBMITTED", 0, null));
        node.send(receiving);
        Response here = as("CHAIR", VKSTC).get(PROPOSALS + "/" + id);
        here.then().statusCode(200).body("status", equalTo("SUBMITTED")).body("lines.requested", contains(100, 50));
        Map<String, Object> decision = answer(here, fund, amounts(here));
        Response answered = done(as("CHAIR", VKSTC), here, "answer", decision);
        changes.catchUp();
        assertEquals(
                List.of(Set.of(VKSTC.id(), union)),
                sql.list(
                        "select audience from change where aggregate_type = 'proposal-answer' and state->>'proposalId' = ?",
                        row -> Set.of((UUID[]) row.getArray(1).getArray()),
                        id.toString()));
        node.tell(ProposalState.TYPE, id, 2, state("SUBMITTED", 120, "2022-12-10"));
        node.send(receiving);
        get(as("CHAIR", VKSTC), answered)
                .then()
                .body("status", equalTo("ANSWERED"))
                .body("granted", equalTo(150))
                .body("received", equalTo(120))
                .body("passedOn", equalTo(100));
    }

    @Test
    void a_withdrawal_that_crosses_the_decision_comes_too_late() {
        UUID id = node.tell(ProposalState.TYPE, state("SUBMITTED", 0, null));
        node.send(receiving);
        Response here = as("CHAIR", VKSTC).get(PROPOSALS + "/" + id);
        done(as("CHAIR", VKSTC), here, "answer", answer(here, null, 0, 0));
        node.tell(ProposalState.TYPE, id, 2, state("WITHDRAWN", 0, null));
        node.send(receiving);
        get(as("CHAIR", VKSTC), here).then().body("status", equalTo("ANSWERED"));
    }

    @Test
    void a_line_that_is_no_longer_told_of_is_gone() {
        UUID id = node.tell(ProposalState.TYPE, state("SUBMITTED", 0, null));
        node.send(receiving);
        Map<String, Object> shorter = new LinkedHashMap<>(state("SUBMITTED", 0, null));
        shorter.put("lines", List.of(told(line, 100, null)));
        node.tell(ProposalState.TYPE, id, 2, shorter);
        node.send(receiving);
        as("CHAIR", VKSTC).get(PROPOSALS + "/" + id).then().body("lines", hasSize(1));
    }

    @Test
    void nobody_but_the_union_that_is_asked_answers() {
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        node.tell(ProposalAnswerState.TYPE, decision(sent, union));
        node.send(receiving);
        get(as("CHAIR", QNG), sent).then().body("status", equalTo("SUBMITTED")).body("answers", hasSize(0));
        node.tell(ProposalAnswerState.TYPE, decision(sent, VKSTC.id()));
        refused();
    }

    @Test
    void nobody_proposes_for_a_unit_of_another_union_or_takes_its_lines() {
        Map<String, Object> others = new LinkedHashMap<>(state("SUBMITTED", 0, null));
        others.put("unitId", NAN.id());
        node.tell(ProposalState.TYPE, others);
        refused();
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        Map<String, Object> taking = new LinkedHashMap<>(state("SUBMITTED", 0, null));
        taking.put("lines", List.of(told(UUID.fromString(lines(sent).getFirst()), 5, "2022-12-10")));
        node.tell(ProposalState.TYPE, taking);
        node.send(receiving);
        get(as("CHAIR", QNG), sent)
                .then()
                .body("lines.requested", contains(100))
                .body("lines[0].beneficiary.name", equalTo("Bà A"))
                .body("lines.paidOn", equalTo(Collections.singletonList(null)));
    }

    private void refused() {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> node.send(receiving));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("NOT_THE_SENDERS"), refused::toString);
    }

    /// All that is asked for, in the order in which it is shown.
    private static long[] amounts(Response proposal) {
        return proposal.jsonPath().getList("lines.requested", Long.class).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private Map<String, Object> state(String stage, long received, @Nullable String paidOn) {
        return Map.ofEntries(
                Map.entry("unitId", union),
                Map.entry("superiorUnitId", VKSTC.id()),
                Map.entry("title", "Đề nghị hỗ trợ"),
                Map.entry("date", "2022-11-10"),
                Map.entry("stage", stage),
                Map.entry("round", 1),
                Map.entry("received", received),
                Map.entry("lines", List.of(told(line, 100, paidOn), told(other, 50, null))),
                Map.entry("recordedAt", "2026-11-22T08:00:00Z"),
                Map.entry("changedAt", "2026-11-22T08:00:00Z"),
                Map.entry("sentAt", "2026-11-22T08:00:00Z"));
    }

    private static Map<String, Object> told(UUID line, long amount, @Nullable String paidOn) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("lineId", line);
        told.put("beneficiary", Map.of("kind", "OUTSIDE_PERSON", "name", "Bà Ở Xa"));
        told.put("kind", "HARDSHIP");
        told.put("amount", amount);
        if (paidOn != null) {
            told.put("paidOn", paidOn);
        }
        return told;
    }

    private static Map<String, Object> decision(Response proposal, UUID unit) {
        return Map.of(
                "unitId",
                unit,
                "proposalId",
                UUID.fromString(proposal.path("id")),
                "round",
                1,
                "outcome",
                "DECIDED",
                "decision",
                Map.of("number", "1", "date", "2022-12-01"),
                "lines",
                List.of(Map.of("lineId", lines(proposal).getFirst(), "amount", 100)),
                "answeredAt",
                "2026-11-22T08:00:00Z");
    }
}
