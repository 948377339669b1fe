package vn.congdoan.vks.membership;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.account.AccountState;
import vn.congdoan.vks.membership.assignment.AssignmentState;
import vn.congdoan.vks.membership.closing.DocumentHandoverState;
import vn.congdoan.vks.membership.committee.CommitteeState;
import vn.congdoan.vks.membership.exemption.DuesExemptionState;
import vn.congdoan.vks.membership.externalbody.ExternalBodyState;
import vn.congdoan.vks.membership.figure.ReportedFigureState;
import vn.congdoan.vks.membership.localsuperior.LocalSuperiorState;
import vn.congdoan.vks.membership.member.ChangeRequestState;
import vn.congdoan.vks.membership.member.MemberLetterState;
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.node.NodeKeyState;
import vn.congdoan.vks.membership.node.NodeState;
import vn.congdoan.vks.membership.reorganization.HomeReportState;
import vn.congdoan.vks.membership.reorganization.ReorganizationState;
import vn.congdoan.vks.membership.transfer.PlayedNode;
import vn.congdoan.vks.membership.transfer.TransferAnswerState;
import vn.congdoan.vks.membership.transfer.TransferState;
import vn.congdoan.vks.membership.unit.UnitState;
import vn.congdoan.vks.platform.handover.MovingContract;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.ReplicaContract;

/// What is logged of each record is enough for another node to keep it.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ReplicasTest {

    @Test
    void every_table_moves_with_a_union_or_stays_for_a_reason() {
        MovingContract.everyTableMovesOrStaysForAReason();
    }

    @Test
    void every_kind_of_record_has_a_replica() {
        ReplicaContract.everyKindHasAReplica();
    }

    @Test
    void what_is_logged_is_enough_to_keep_the_records_elsewhere() {
        MembersInManyConditions members = new MembersInManyConditions();
        members.make();
        new OrganizationInManyConditions(members).make();
        betweenNodes();
        reported();
        handedOver();

        ReplicaContract.everythingLoggedIsKeptAlike(Map.ofEntries(
                Map.entry(UnitState.TYPE, 8),
                Map.entry(NodeState.TYPE, 3),
                Map.entry(ExternalBodyState.TYPE, 2),
                Map.entry(LocalSuperiorState.TYPE, 2),
                Map.entry(MemberState.TYPE, 15),
                Map.entry(AccountState.TYPE, 4),
                Map.entry(DuesExemptionState.TYPE, 4),
                Map.entry(ChangeRequestState.TYPE, 5),
                Map.entry(TransferState.TYPE, 4),
                Map.entry(TransferAnswerState.TYPE, 1),
                Map.entry(MemberLetterState.TYPE, 1),
                Map.entry(NodeKeyState.TYPE, 3),
                Map.entry(CommitteeState.TYPE, 5),
                Map.entry(AssignmentState.TYPE, 10),
                Map.entry(ReorganizationState.TYPE, 6),
                Map.entry(HomeReportState.TYPE, 1),
                Map.entry(ReportedFigureState.TYPE, 4),
                Map.entry(DocumentHandoverState.TYPE, 1)));
        MovingContract.whatMovesMakesTheRecordsWhole(Set.of());
    }

    private static void handedOver() {
        String code = Api.newCode();
        String union = Api.union(code, "OFFICER");
        String section = Api.section(code + "-admin", union, code + "-1");
        ClosingTest.handOver(code + "-officer", section, section, union).then().statusCode(201);
    }

    /// A node that cannot do its part of a reorganization.
    private static void reported() {
        String code = Api.newCode();
        PlayedNode node = new PlayedNode(code, Api.union(code));
        String reorganization = ReorganizationRequests.draft(
                        Api.FIRST_ADMIN, ReorganizationRequests.dissolve(node.union), 201)
                .extract()
                .path("id");
        node.tell(
                HomeReportState.TYPE,
                UUID.randomUUID(),
                Map.of(
                        "reorganizationId",
                        reorganization,
                        "node",
                        node.name,
                        "status",
                        "REFUSED",
                        "errors",
                        List.of(Map.of("pointer", "/predecessors", "code", "not-the-root", "values", Map.of())),
                        "taken",
                        List.of(Map.of("unionId", Api.central(), "members", 2)),
                        "recordedAt",
                        "2026-11-22T08:00:00Z",
                        "reportedAt",
                        "2026-11-22T09:00:00Z"));
        node.send();
    }

    /// A transfer to a union of another node, and one from there that is answered here.
    private static void betweenNodes() {
        TwoUnions unions = new TwoUnions();
        new PlayedNode(unions.receiver, unions.to);
        TransferRequests.pending(unions.officer, unions.member, unions.to);
        TwoUnions others = new TwoUnions();
        String transfer = TransferRequests.pending(others.officer, others.member, others.to);
        new PlayedNode(others.sender, others.from);
        TransferRequests.accept(others.chair, transfer, "2025-03-01").statusCode(202);
    }
}
