package vn.congdoan.vks.welfare.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Logged;
import vn.congdoan.vks.welfare.care.CareCommitmentState;
import vn.congdoan.vks.welfare.contribution.ContributionState;
import vn.congdoan.vks.welfare.drive.DriveState;
import vn.congdoan.vks.welfare.ending.ClosingStatementState;
import vn.congdoan.vks.welfare.ending.FundMoveState;
import vn.congdoan.vks.welfare.fund.FundState;
import vn.congdoan.vks.welfare.goods.GoodsIssueState;
import vn.congdoan.vks.welfare.insurance.InsurancePolicyState;
import vn.congdoan.vks.welfare.ledger.TransferState;
import vn.congdoan.vks.welfare.payable.PayableState;
import vn.congdoan.vks.welfare.period.PeriodState;
import vn.congdoan.vks.welfare.plan.PlanState;
import vn.congdoan.vks.welfare.programme.ProgrammeState;
import vn.congdoan.vks.welfare.proposal.ProposalAnswerState;
import vn.congdoan.vks.welfare.proposal.ProposalState;
import vn.congdoan.vks.welfare.support.SupportCaseState;
import vn.congdoan.vks.welfare.support.SupportLimitState;

/// Every kind of record whose changes are logged and published; what others refer to comes before them.
@ApplicationScoped
class PublishedRecords implements Logged {

    @Override
    public List<AggregateType> types() {
        return List.of(
                FundState.TYPE,
                PlanState.TYPE,
                DriveState.TYPE,
                ContributionState.TYPE,
                GoodsIssueState.TYPE,
                TransferState.TYPE,
                FundMoveState.TYPE,
                PeriodState.TYPE,
                SupportLimitState.TYPE,
                SupportCaseState.TYPE,
                ProgrammeState.TYPE,
                ProposalState.TYPE,
                ProposalAnswerState.TYPE,
                CareCommitmentState.TYPE,
                InsurancePolicyState.TYPE,
                PayableState.TYPE,
                ClosingStatementState.TYPE);
    }
}
