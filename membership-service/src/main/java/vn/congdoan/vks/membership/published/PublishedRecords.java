package vn.congdoan.vks.membership.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
import vn.congdoan.vks.membership.transfer.TransferAnswerState;
import vn.congdoan.vks.membership.transfer.TransferState;
import vn.congdoan.vks.membership.unit.UnitState;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Logged;

/// Every kind of record whose changes are logged and published. What others refer to comes before them: in this
/// order records of other nodes are written.
@ApplicationScoped
class PublishedRecords implements Logged {

    @Override
    public List<AggregateType> types() {
        return List.of(
                UnitState.TYPE,
                NodeState.TYPE,
                NodeKeyState.TYPE,
                ExternalBodyState.TYPE,
                LocalSuperiorState.TYPE,
                MemberState.TYPE,
                AccountState.TYPE,
                DuesExemptionState.TYPE,
                ChangeRequestState.TYPE,
                TransferState.TYPE,
                TransferAnswerState.TYPE,
                MemberLetterState.TYPE,
                CommitteeState.TYPE,
                AssignmentState.TYPE,
                ReorganizationState.TYPE,
                HomeReportState.TYPE,
                ReportedFigureState.TYPE,
                DocumentHandoverState.TYPE);
    }
}
